import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TencentSimulator } from "../../simulator/tencent/server.ts";
import { addSampleRooms } from "../../simulator/tencent/sample-rooms.ts";
import { startTencentSimulator } from "../../simulator/tencent/server.ts";
import { openStore } from "../../src/store/open-store.ts";
import { steeringCharacters } from "../support/characters.ts";
import { programs, runProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { sdkAppId, secrets } from "../support/stage.ts";

const { secretKey } = secrets;

let tencent: TencentSimulator;
beforeAll(async () => {
  tencent = await startTencentSimulator({ sdkAppId, secretKey });
  addSampleRooms(tencent);
});
afterAll(() => tencent.close());

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const program = runProgram(programs.cli, words, {
    TENCENT_SDK_APP_ID: String(sdkAppId),
    TENCENT_SECRET_KEY: secretKey,
    TENCENT_API_URL: tencent.url,
    ...env,
  });
  const code = await program.ended;
  const { out, err } = program;
  expect(out + err).not.toContain(secretKey);
  expect(out + err).not.toMatch(/usersig|eJ[\w*-]{30}/i);
  return { code, out, err };
}

describe.concurrent("greenroom lookup", () => {
  it("draws a room that is found, and ends with 0", async () => {
    const { code, out, err } = await run(["lookup", "live-room"]);
    expect(code).toBe(0);
    expect(out).toContain("Friday night karaoke");
    expect(out).toMatch(/Owner +144115233775727695\n/);
    expect(out).toMatch(/RequestId Id-/);
    expect(err).toBe("");
  });

  it("explains a room that is missing, and ends with 3", async () => {
    const { code, out } = await run(["lookup", "gone-room"]);
    expect(code).toBe(3);
    expect(out).toContain("No room with this ID right now");
    expect(out).toContain("100004");
  });

  it("explains a look-up that failed, and ends with 1", async () => {
    const { code, out } = await run(["lookup", "unpaid-room"]);
    expect(code).toBe(1);
    expect(out).toContain("60020");
    expect(out).toContain("The people who run this bot");
  });

  it("writes valid JSON with --json, the owner digit for digit", async () => {
    const { code, out } = await run(["lookup", "live-room", "--json"]);
    expect(code).toBe(0);
    expect(out).toContain("144115233775727695");
    expect(JSON.parse(out)).toMatchObject({
      kind: "found",
      id: "live-room",
      room: { name: "Friday night karaoke", owner: "144115233775727695", entries: 812 },
      requestId: expect.stringMatching(/^Id-/),
    });
  });

  it.each([
    ["gone-room", 3, { kind: "missing", code: 100004 }],
    ["unpaid-room", 1, { kind: "failed", problem: { code: 60020 }, tries: 1 }],
  ])("writes valid JSON with --json for %s, and ends with %i", async (room, exit, expected) => {
    const { code, out } = await run(["lookup", "--json", room]);
    expect(code).toBe(exit);
    expect(JSON.parse(out)).toMatchObject(expected);
  });

  it("writes counts beyond 2^53 in JSON digit for digit", async () => {
    tencent.rooms.update("quiet-room", { ViewCount: 9_007_199_254_740_993n as never });
    const { out } = await run(["lookup", "quiet-room", "--json"]);
    expect(out).toContain("9007199254740993");
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });

  it.each([
    ["a card", []],
    ["JSON", ["--json"]],
  ])("lets no room steer the terminal with %s", async (_, words) => {
    const RoomId = `hostile-${words.length}`;
    tencent.rooms.create({
      RoomId,
      RoomName: "\u202Eeman",
      Owner_Account: "\u009b31m\u001b]0;x\u0007",
    });
    const { out } = await run(["lookup", RoomId, ...words]);
    expect(out).toContain(RoomId);
    expect(steeringCharacters(out)).toEqual([]);
  });

  it("finds a room whose ID begins with two hyphens, behind --", async () => {
    tencent.rooms.create({ RoomId: "--odd", RoomName: "Odd" });
    const { code, out } = await run(["lookup", "--", "--odd"]);
    expect(code).toBe(0);
    expect(out).toContain("Odd");
  });
});

describe("greenroom, wrongly used,", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["no ID", ["lookup"], /room ID is missing/],
    ["an empty ID", ["lookup", ""], /1 to 48/],
    ["an ID that is too long", ["lookup", "x".repeat(49)], /1 to 48/],
    ["an ID outside ASCII", ["lookup", "räume"], /1 to 48/],
    ["two IDs", ["lookup", "live-room", "gone-room"], /One room at a time/],
    ["an unknown option", ["lookup", "live-room", "--yaml"], /--yaml/],
    ["an unknown command", ["watch", "live-room"], /Usage/],
  ])("ends with 2 for %s, says why, and asks nobody", async (_, words, why) => {
    const { queries } = tencent.stats();
    const { code, out, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toMatch(why);
    expect(out).toBe("");
    expect(tencent.stats().queries).toBe(queries);
  });

  it("lists every problem of the configuration, prints no value, and ends with 1", async () => {
    const env = {
      TENCENT_SDK_APP_ID: "14e9-no",
      TENCENT_SECRET_KEY: "two words",
      TENCENT_QPS: "999",
    };
    const { code, out, err } = await run(["lookup", "live-room"], env);
    expect(code).toBe(1);
    expect(out).toBe("");
    for (const [key, value] of Object.entries(env)) {
      expect(err).toContain(key);
      expect(err).not.toContain(value);
    }
    expect(err).not.toContain("SLACK");
  });

  it.each([[["--help"]], [["help"]], [[]]])("helps with %j, and ends with 0", async (words) => {
    const { code, out } = await run(words);
    expect(code).toBe(0);
    expect(out).toContain("greenroom lookup <room ID> [--json]");
    expect(out).toContain("3 no such room");
  });
});

describe.concurrent("greenroom audit", () => {
  it("writes the head of its table for a bot that has kept no look-up yet", async () => {
    const folder = temporaryFolder();
    await (await openStore({ kind: "sqlite", folder }, 1_000)).close();
    const { code, out, err } = await run(["audit", "--since", "7d"], { DATA_DIR: folder });
    expect(err).toBe("");
    expect(out).toBe("time,asker,channel,entry,room,result,outcome,ms\r\n");
    expect(code).toBe(0);
  });

  it("ends with 1 and says why where there is no store, and with 2 at words that it does not know", async () => {
    const none = await run(["audit"], { DATA_DIR: temporaryFolder() });
    expect(none.code).toBe(1);
    expect(none.err).toContain("No bot has kept anything here yet.");
    const wrong = await run(["audit", "--all"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("greenroom audit [--since");
  });
});
