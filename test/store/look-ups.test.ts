import { describe, expect, it } from "vitest";
import { auditCommand } from "../../src/cli/audit.ts";
import { openLookUps } from "../../src/store/open-look-ups.ts";
import type { LookUpRow } from "../../src/store/look-ups.ts";
import type { StorePlace } from "../../src/store/store-place.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { engineOf, freshPlace, kinds, onEachStore } from "./stores.ts";

function row(number: number, change: Partial<LookUpRow> = {}): LookUpRow {
  return {
    id: `id-${String(number).padStart(5, "0")}`,
    at: 1_700_000_000_000 + number * 1_000,
    asker: "U0ASKER0001",
    channel: "C0SUPPORT01",
    entry: "command",
    room: "live-room",
    result: "found",
    outcome: "answered",
    ms: 120,
    ...change,
  };
}

async function keep({ lookUps }: Store, rows: readonly LookUpRow[]): Promise<void> {
  await Promise.all(rows.map((one) => lookUps.add(one)));
}

onEachStore("look-ups", (open) => {
  it("are given back the newest first, as many as are wanted", async () => {
    const store = await open();
    await keep(store, [row(2), row(1), row(3)]);
    const last = await store.lookUps.last({}, 2);
    expect(last).toEqual([row(3), row(2)]);
  });

  it("of one room, of one person, since a moment, and of all of these at once", async () => {
    const store = await open();
    const other = { asker: "U0COLLEAGUE", room: "live-8821" };
    await keep(store, [
      row(1),
      row(2, { room: other.room }),
      row(3, other),
      row(4, { asker: other.asker }),
      row(5, other),
    ]);
    const ids = async (filter: Parameters<typeof store.lookUps.last>[0]) =>
      (await store.lookUps.last(filter, 10)).map(({ id }) => Number(id.slice(3)));
    expect(await ids({ room: other.room })).toEqual([5, 3, 2]);
    expect(await ids({ asker: other.asker })).toEqual([5, 4, 3]);
    expect(await ids({ ...other, since: row(4).at })).toEqual([5]);
    expect(await ids({ room: "none" })).toEqual([]);
    expect(await ids({ room: "' or '1'='1" })).toEqual([]);
  });

  it("come in pages the oldest first, each once, though many are of the same moment", async () => {
    const store = await open();
    const { at } = row(0);
    await keep(
      store,
      Array.from({ length: 2_100 }, (_, number) =>
        row(number, { at: at + Math.floor(number / 900) }),
      ),
    );
    const pages: string[][] = [];
    for await (const page of store.lookUps.pages({})) pages.push(page.map(({ id }) => id));
    expect(pages.map(({ length }) => length)).toEqual([1_000, 1_000, 100]);
    expect(pages.flat()).toEqual(Array.from({ length: 2_100 }, (_, number) => row(number).id));
  });
});

type Place = Exclude<StorePlace, { kind: "none" }>;

function environmentOf(place: Place): Record<string, string> {
  return place.kind === "sqlite" ? { DATA_DIR: place.folder } : { DATABASE_URL: place.url };
}

async function audit(words: readonly string[], environment: Record<string, string>) {
  const said = { out: "", err: "" };
  const code = await auditCommand(words, environment, {
    out: async (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { code, ...said, lines: said.out.split("\r\n") };
}

describe.each(kinds)("greenroom audit, on %s", (kind) => {
  it("writes all look-ups as CSV, while the bot runs, and changes nothing", async () => {
    const place = await freshPlace(kind);
    const store = await createStore(await engineOf(place));
    await keep(store, [
      row(1),
      row(2, { room: '=HYPERLINK("https://evil.example","x")', asker: "", entry: "alert" }),
      row(3, { room: "a,b", result: "failed", outcome: "failed" }),
    ]);
    const watch = {
      id: "w1",
      room: "live-room",
      channel: "C1",
      started_by: "U1",
      started_at: 1,
      ends_at: 9_000,
      reading: "{}",
      wanted: 1,
      shown: 0,
      failures: 0,
    };
    await store.watches.begin(watch, { dueAt: 1, hotUntil: 1, readAt: 1 });
    const claim = { now: 10, forMs: 990, most: 1 };
    expect(await store.checks.claim({ ...claim, by: "bot" })).toEqual(["live-room"]);
    const { code, lines, err } = await audit([], environmentOf(place));
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(lines).toEqual([
      "time,asker,channel,entry,room,result,outcome,ms",
      "2023-11-14T22:13:21.000Z,U0ASKER0001,C0SUPPORT01,command,live-room,found,answered,120",
      `2023-11-14T22:13:22.000Z,,C0SUPPORT01,alert,"'=HYPERLINK(""https://evil.example"",""x"")",found,answered,120`,
      '2023-11-14T22:13:23.000Z,U0ASKER0001,C0SUPPORT01,command,"a,b",failed,failed,120',
      "",
    ]);
    // Opened as a bot opens it, the store would have given back what the running bot has taken.
    expect(await store.checks.claim({ ...claim, by: "another" })).toEqual([]);
    expect(await store.lookUps.last({}, 10)).toHaveLength(3);
    await store.close();
  });

  it("writes those of one room, one person, or since a moment", async () => {
    const place = await freshPlace(kind);
    const store = await createStore(await engineOf(place));
    await keep(store, [row(1), row(2, { room: "live-8821" }), row(3, { asker: "U0COLLEAGUE" })]);
    await store.close();
    const count = async (...words: string[]) =>
      (await audit(words, environmentOf(place))).lines.length - 2;
    expect(await count("--room", "live-8821")).toBe(1);
    expect(await count("--by", "U0COLLEAGUE")).toBe(1);
    expect(await count("--since", "2023-11-14T22:13:22")).toBe(2);
    expect(await count("--since", "2100-01-01")).toBe(0);
  });

  it("says so where no bot has kept anything, and makes nothing there", async () => {
    const place = await freshPlace(kind);
    const { code, err, out } = await audit([], environmentOf(place));
    expect(code).toBe(1);
    expect(err).toContain("No bot has kept anything here yet.");
    expect(out).toBe("");
    expect(await openLookUps(place, 5_000)).toBeUndefined();
  });
});

describe("greenroom audit", () => {
  it.each([
    [["--since", "yesterday"], "--since takes 24h, 7d"],
    [["--sinse", "7d"], "greenroom audit [--since"],
    [["live-room"], "greenroom audit [--since"],
  ])("refuses %j with its usage", async (words, said) => {
    const { code, err } = await audit(words, { DATA_DIR: temporaryFolder() });
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it("says that a bot without a store keeps nothing", async () => {
    const { code, err } = await audit([], { DATA_DIR: "none" });
    expect(code).toBe(1);
    expect(err).toContain("keeps no look-ups");
  });

  it("says what is wrong with the configuration", async () => {
    const { code, err } = await audit([], { DATABASE_URL: "mysql://a:hunter2@b/c" });
    expect(code).toBe(1);
    expect(err).toContain("DATABASE_URL does not fit");
    expect(err).not.toContain("hunter2");
  });

  it("tells of a PostgreSQL that is out of reach without its password", async () => {
    const { code, err } = await audit([], { DATABASE_URL: "postgres://a:hunter2@127.0.0.1:1/c" });
    expect(code).toBe(1);
    expect(err).toContain("The store could not be read");
    expect(err).not.toContain("hunter2");
  });
});
