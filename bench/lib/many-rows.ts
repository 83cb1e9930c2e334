import Database from "libsql";
import { sqliteFile } from "../../src/store/engine.ts";

/**
 * Makes one row of a table into `count` rows of it, in one statement: begun one by one, 100,000
 * watches would take minutes.
 *
 * @param differing what is not as in the first row: an SQL expression by column, with the row's number
 *   as `n`, from 2 to `count`
 */
export function multiplyRow(
  folder: string,
  table: string,
  count: number,
  differing: Readonly<Record<string, string>>,
): void {
  const database = new Database(sqliteFile(folder));
  const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(
    ({ name }) => name,
  );
  const values = columns.map((name) => differing[name] ?? `one.${name}`);
  database.exec(`
    with recursive numbers(n) as (select 2 union all select n + 1 from numbers where n < ${count})
    insert into ${table} (${columns.join(", ")})
    select ${values.join(", ")} from (select * from ${table} limit 1) as one, numbers`);
  database.close();
}
