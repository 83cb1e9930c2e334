import * as fc from "fast-check";
import { expect, test } from "vitest";
import { validateBlocks } from "../../simulator/slack/blocks/validate.ts";
import { homeView, type Home } from "../../src/cards/home.ts";
import { hostileText, roomId } from "./arbitrary.ts";

const settings = {
  sdkAppId: 1_400_000_000,
  dataCentre: "singapore",
  queriesPerSecond: 100,
  alertChannels: ["C0ALERTS001"],
};

test("with hundreds of alert channels, Slack takes the view all the same", () => {
  const alertChannels = Array.from({ length: 500 }, (_, index) => `C${index + 1_000_000_000}`);
  const { blocks } = homeView({
    commands: [],
    settings: { ...settings, alertChannels },
    lookUps: [],
  });
  expect(validateBlocks(blocks, "modal")).toEqual([]);
  expect(JSON.stringify(blocks)).toContain("and 480 more");
});

test("however long its name is, a room's ID stands beside it", () => {
  const lookUp = { room: "live-8821", name: "x".repeat(5_000), kind: "found", asOf: 0 } as const;
  const { blocks } = homeView({ commands: [], settings, lookUps: [lookUp] });
  expect(JSON.stringify(blocks)).toContain("Room ID live-8821");
});

const anyHome: fc.Arbitrary<Home> = fc.record({
  commands: fc.constant([{ usage: "/room help", summary: "Show this list." }]),
  settings: fc.constant(settings),
  lookUps: fc.array(
    fc.record({
      room: roomId,
      name: fc.option(hostileText, { nil: undefined }),
      kind: fc.constantFrom("found", "missing", "failed"),
      asOf: fc.integer({ min: 0, max: 253_402_300_799_000 }),
    }),
    { maxLength: 5 },
  ),
});

test("whatever rooms are called, Slack takes the view and reads no markup in a name", () => {
  fc.assert(
    fc.property(anyHome, (home) => {
      const { blocks } = homeView(home);
      expect(validateBlocks(blocks, "modal")).toEqual([]);
      const titles = blocks.filter((block) => "accessory" in block);
      expect(titles).toHaveLength(home.lookUps.length);
      expect(JSON.stringify(titles)).not.toContain("mrkdwn");
    }),
  );
});
