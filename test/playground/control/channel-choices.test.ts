import { expect, test } from "vitest";
import {
  channelChoices,
  expectation,
  stormExpectation,
} from "../../../playground/page/control/alerts/channel-choices.ts";
import type { ChannelRow } from "../../../playground/protocol/rows.ts";

function channel(id: string, kind: ChannelRow["kind"]): ChannelRow {
  return { id, name: id.toLowerCase(), kind, isShared: false, botIsMember: true };
}

test("channels that the bot watches come first, in the operator's order", () => {
  const channels = [
    channel("SUPPORT", "public"),
    channel("ADA", "dm"),
    channel("ALERTS", "public"),
    channel("OPS", "private"),
    channel("APP", "app"),
  ];
  expect(channelChoices(channels, ["OPS", "ALERTS"])).toEqual([
    { id: "OPS", words: "#ops" },
    { id: "ALERTS", words: "#alerts" },
    { id: "SUPPORT", words: "#support" },
  ]);
});

test("what should happen depends on the channel", () => {
  expect(expectation("OPS", ["OPS"])).toMatch(
    /status in the alert’s thread, unless .* in the last 5 minutes/,
  );
  expect(expectation("SUPPORT", ["OPS"])).toMatch(/stay silent/);
  expect(stormExpectation("OPS", ["OPS"])).toMatch(/the first alert gets a status/);
  expect(stormExpectation("SUPPORT", ["OPS"])).toBeUndefined();
});
