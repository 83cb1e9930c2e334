/**
 * The words with the table of slots, in PostgreSQL's SQL: each is one statement, so one round trip
 * and one transaction. All times are those of its clock: `clock_timestamp()`, since `now()` stands
 * still in a transaction. In whole ms, rounded so that a slot never comes free too early.
 */
const clock = "(extract(epoch from clock_timestamp()) * 1000)";
const later = `ceil(${clock})::bigint`;
const sooner = `floor(${clock})::bigint`;
/** Names this start of the database: after another one, or on another machine, it is another. */
const start = "extract(epoch from pg_postmaster_start_time())::text";
const known = `known as (
    select exists (select 1 from slot_epoch where id = 1 and started_at = ${start}) as is_known
  )`;
/** Of these rows, those that are still held under these leases; what another is busy with stays. */
const heldRows = (table: string, ids: string, leases: string, rests: string): string => `(
    select held.id, given.rest from ${table} held
    join unnest(${ids}::int[], ${leases}::text[], ${rests}::int[]) as given (id, lease, rest)
      on held.id = given.id and held.lease = given.lease
    order by held.id for update of held skip locked
  ) gone`;
const asList = (what: string, from: string): string =>
  `(select coalesce(json_agg(${what}), '[]'::json) from ${from})`;

/** $1 slots, $2 of the reserve, $3 silence */
export const prepare = `
  with slots_made as (
    insert into slots (id, free_at) select i, ${later} + $3::int from generate_series(1, $1::int) i
    on conflict do nothing
  ), reserve_made as (
    insert into reserve_slots (id, free_at)
    select i, ${later} + $3::int from generate_series(1, $2::int) i on conflict do nothing
  ), epoch_made as (
    insert into slot_epoch (id, started_at) values (1, ${start}) on conflict do nothing
  )
  select 1`;

/**
 * $1 me, $2 and $3 demand, $4 to $6 what is given back (ids, leases, rests), $7 how many to take,
 * $8 up to which number, $9 which numbers last, $10 ms ahead, $11 lease, $12 for how long, $13 ms
 * after which others count as silent
 */
export const trade = `
  with said as (
    insert into replicas (id, seen_at, wanted_at, person, background)
    values ($1, ${later}, ${later}, $2::int, $3::int)
    on conflict (id) do update set seen_at = excluded.seen_at, wanted_at = excluded.wanted_at,
      person = excluded.person, background = excluded.background
  ), given as (
    update slots set free_at = ${later} + gone.rest, lease = null
    from ${heldRows("slots", "$4", "$5", "$6")} where slots.id = gone.id
  ), ${known}, due as (
    select id, free_at from slots
    where (select is_known from known) and id <= $8::int and id <> all ($4::int[])
      and free_at <= ${sooner} + $10::int
    order by id <= $9::int, free_at limit $7::int for update skip locked
  ), taken as (
    update slots set free_at = ${later} + $12::int, lease = $11
    from due where slots.id = due.id
    returning slots.id, greatest(0, due.free_at - ${sooner}) as wait
  )
  select (select is_known from known) as is_known,
    ${asList("json_build_object('id', id, 'waitMs', wait)", "taken")} as taken,
    ${asList(
      "json_build_object('person', person, 'background', background)",
      `replicas where id <> $1 and wanted_at > ${sooner} - $13::int and person + background > 0`,
    )} as others`;

/**
 * $1 me, $2 and $3 what is kept (ids, leases), $4 to $6 what is given back, $7 lease, $8 for how
 * long, $9 this process's part, $10 up to which number, $11 ms after which a process is gone
 */
export const keepReserve = `
  with said as (
    insert into replicas (id, seen_at, wanted_at, person, background) values ($1, ${later}, 0, 0, 0)
    on conflict (id) do update set seen_at = excluded.seen_at
  ), forgotten as (
    delete from replicas where id <> $1 and seen_at < ${sooner} - 10 * $11::int
  ), given as (
    update reserve_slots set free_at = ${later} + gone.rest, lease = null
    from ${heldRows("reserve_slots", "$4", "$5", "$6")} where reserve_slots.id = gone.id
  ), ${known}, kept as (
    update reserve_slots set free_at = ${later} + $8::int
    where id <> all ($4::int[]) and (lease = $7 or exists (
      select 1 from unnest($2::int[], $3::text[]) as mine (id, lease)
      where mine.id = reserve_slots.id and mine.lease = reserve_slots.lease))
    returning id, lease
  ), due as (
    select id from reserve_slots
    where (select is_known from known) and id <= $10::int and id <> all ($4::int[])
      and id not in (select id from kept) and free_at <= ${sooner}
    order by id limit greatest(0, $9::int - (select count(*) from kept)) for update skip locked
  ), taken as (
    update reserve_slots set free_at = ${later} + $8::int, lease = $7
    from due where reserve_slots.id = due.id
    returning reserve_slots.id, reserve_slots.lease
  )
  select (select is_known from known) as is_known,
    ${asList(
      "json_build_object('id', id, 'lease', lease)",
      "(select * from kept union all select * from taken) mine",
    )} as slots,
    ${asList("id", `replicas where id = $1 or seen_at > ${sooner} - $11::int`)} as living`;

/** $1 ms until the table is used again, $2 until the reserve is given out again */
export const renew = `
  with fresh as (
    update slot_epoch set started_at = ${start} where id = 1 and started_at <> ${start} returning 1
  ), slots_closed as (
    update slots set free_at = ${later} + $1::int, lease = null where exists (select 1 from fresh)
  ), reserve_closed as (
    update reserve_slots set free_at = ${later} + $2::int where exists (select 1 from fresh)
  )
  select 1`;

export const leave = "with gone as (delete from replicas where id = $1) select 1";
