import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { granted } from "./support/stage.ts";
import { commandTable, shareFlag } from "../src/slack/commands/table.ts";

const lines = readFileSync(new URL("../manifest.yml", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));

const indentOf = (line: string): number => line.search(/[^ -]/);

/** The lines under a key, as far as they stand further right. The file has no need of more YAML. */
function under(key: string, of: readonly string[] = lines): string[] {
  const start = of.findIndex((line) => line.replace(/^[ -]+/, "").startsWith(`${key}:`));
  const depth = indentOf(of[start] ?? "");
  const rest = of.slice(start + 1);
  const end = rest.findIndex((line) => indentOf(line) <= depth);
  return start < 0 ? [] : rest.slice(0, end < 0 ? rest.length : end);
}

function valueOf(key: string, of: readonly string[]): string {
  const line = of.find((candidate) => candidate.replace(/^[ -]+/, "").startsWith(`${key}:`));
  const value = line?.slice(line.indexOf(":") + 1).trim() ?? "";
  const isFolded = value === ">-";
  const text = isFolded ? under(key, of).map((part) => part.trim()) : [value];
  return text.join(" ").replace(/^"(.*)"$/, "$1");
}

const display = under("display_information");
const slashCommands = under("slash_commands");
const settings = under("settings");

// Source: schemas/manifest.schema.1.0.0.json of slackapi/manifest-schema.
describe("what the manifest says is as long as Slack takes it", () => {
  test.each([
    ["name", display, 1, 35],
    ["description", display, 1, 140],
    ["long_description", display, 175, 4_000],
    ["display_name", under("bot_user"), 1, 80],
    ["command", slashCommands, 2, 32],
    ["description", slashCommands, 1, 2_000],
    ["usage_hint", slashCommands, 1, 1_000],
  ])("%s", (key, of, least, most) => {
    const { length } = valueOf(key, of);
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
  });
});

describe("the manifest and the table of commands say the same", () => {
  test("Slack offers exactly the commands that are answered", () => {
    const offered = slashCommands.flatMap((line) => /command: (\/\S+)$/.exec(line)?.[1] ?? []);
    const answered = commandTable.map(({ usage }) => usage.split(" ")[0]);
    expect(new Set(offered)).toEqual(new Set(answered));
    expect(offered).toHaveLength(1);
  });

  test("the usage hint names every word and every flag, and no other", () => {
    const hint = valueOf("usage_hint", slashCommands);
    const words = commandTable.flatMap(({ words: [word] }) => word ?? []);
    expect(hint.match(/--[a-z]+/g)).toEqual([shareFlag]);
    expect(hint.replace(/<[^>]*>|\[[^\]]*\]/g, "").match(/[a-z]+/g)).toEqual(words);
  });

  test("Slack leaves room IDs as they were typed", () => {
    expect(valueOf("should_escape", slashCommands)).toBe("false");
  });
});

describe("the manifest asks for what the program uses", () => {
  test("the scopes and events that the stand-in grants in our tests, and no more", () => {
    const scopes = under("bot", under("scopes")).map((line) => line.trim().replace("- ", ""));
    expect(scopes.toSorted()).toEqual([...granted.scopes].toSorted());
    const events = under("bot_events").map((line) => line.trim().replace("- ", ""));
    expect(events).toEqual([...granted.events]);
    const domains = under("unfurl_domains").map((line) => line.trim().replace("- ", ""));
    expect(domains).toEqual([...granted.unfurlDomains]);
    expect(domains.length).toBeLessThanOrEqual(5);
  });

  test("people can write to the bot", () => {
    const home = under("app_home");
    expect(valueOf("messages_tab_enabled", home)).toBe(String(granted.takesMessages));
    expect(valueOf("messages_tab_read_only_enabled", home)).toBe("false");
  });

  test("the shortcuts that the listeners answer, named as Slack takes it", () => {
    const shortcuts = under("shortcuts");
    const names = shortcuts
      .filter((line) => /- name:/.test(line))
      .map((line) => line.split(": ")[1]);
    expect(names).toEqual(["Look up room", "Look up a room"]);
    for (const name of names) expect(name?.length).toBeLessThanOrEqual(24);
    const ids = shortcuts.filter((line) => /callback_id:/.test(line));
    expect(ids.map((line) => line.split(": ")[1])).toEqual([
      "look_up_room_in_message",
      "look_up_room",
    ]);
  });

  test("the workflow step that the stand-in offers in our tests", () => {
    const [step] = granted.steps;
    const declared = under(step.callbackId, under("functions"));
    expect(valueOf("title", declared)).toBe(step.title);
    for (const side of ["input", "output"] as const) {
      const parameters = under(`${side}_parameters`, declared);
      const starts = parameters.flatMap((line, at) => (/^ {6}\w+:$/.test(line) ? at : []));
      const read = starts.map((at, index) => {
        const parameter = parameters.slice(at + 1, starts[index + 1]);
        const [name, type, title] = ["name", "type", "title"].map((key) => valueOf(key, parameter));
        expect(parameters[at]?.trim()).toBe(`${name}:`);
        return [name, { type, title, isRequired: valueOf("is_required", parameter) === "true" }];
      });
      expect(Object.fromEntries(read)).toEqual(side === "input" ? step.inputs : step.outputs);
    }
  });

  test("buttons are on, Socket Mode is on, and tokens stay as they are", () => {
    expect(valueOf("is_enabled", under("interactivity"))).toBe("true");
    expect(valueOf("socket_mode_enabled", settings)).toBe("true");
    // Both are Slack's condition for a workflow step.
    expect(valueOf("org_deploy_enabled", settings)).toBe("true");
    expect(valueOf("function_runtime", settings)).toBe("remote");
    expect(valueOf("token_rotation_enabled", settings)).toBe("false");
  });
});
