import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readManifest } from "../../simulator/slack/manifest.ts";
import { granted } from "../support/stage.ts";

test("our own manifest is read as the tests are granted it", () => {
  const text = readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8");
  const manifest = readManifest(text);
  expect(manifest).toMatchObject(granted);
  expect(manifest.name).toBe("Greenroom");
  expect(manifest.commands.map(({ command }) => command)).toEqual(["/room"]);
  expect(manifest.shortcuts.map(({ type, callbackId }) => [type, callbackId])).toEqual([
    ["message", "look_up_room_in_message"],
    ["global", "look_up_room"],
  ]);
});

test("what a manifest leaves out it does not ask for", () => {
  expect(readManifest("display_information:\n  name: Small")).toEqual({
    name: "Small",
    commands: [],
    shortcuts: [],
    takesMessages: false,
    events: [],
    scopes: [],
    unfurlDomains: [],
    steps: [],
  });
});

test.each([
  ["messages_tab_enabled: true", true],
  ["messages_tab_enabled: false", false],
  ["messages_tab_enabled: true\n    messages_tab_read_only_enabled: true", false],
])("people may write to the bot where the Messages tab is on: %s", (lines, expected) => {
  const text = `features:\n  app_home:\n    ${lines}`;
  expect(readManifest(text).takesMessages).toBe(expected);
});

test("an event that this Slack does not know is a mistake", () => {
  const text = "settings:\n  event_subscriptions:\n    bot_events: [app_mention, no_such_event]";
  expect(() => readManifest(text)).toThrow("no_such_event");
});
