import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { parse } from "yaml";

/** What each call and each event needs. Source: Slack's references of methods, events and scopes. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "apps.connections.open": [],
  "chat.getPermalink": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.unfurl": ["links:write"],
  "chat.update": ["chat:write"],
  // Of public and private channels; what is said to the bot directly, it reads as well.
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
  "usergroups.users.list": ["usergroups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.update": [],
};

const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  function_executed: [],
  link_shared: ["links:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
};

const top = new URL("../", import.meta.url);
const manifest = z
  .object({
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
    features: z.object({ slash_commands: z.array(z.unknown()).min(1) }),
  })
  .parse(parse(readFileSync(new URL("manifest.yml", top), "utf8")));

const source = readdirSync(new URL("src/slack/", top), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(new URL(`src/slack/${path}`, top), "utf8"))
  .join("\n");

/** Every method of the Web API that is called, as `chat.postMessage`. */
const called = new Set(
  [
    ...source.matchAll(
      /\.((?:admin|api|apps|auth|bookmarks|bots|canvases|chat|conversations|dnd|emoji|files|functions|lists|pins|reactions|reminders|search|stars|team|usergroups|users|views|workflows)(?:\.[a-z]\w*)+)\(/g,
    ),
  ].map(([, method = ""]) => method),
);

test("every call is one whose scopes are known here", () => {
  expect(called.size).toBeGreaterThan(10);
  expect([...called].filter((method) => scopesOfMethod[method] === undefined)).toEqual([]);
});

test("no call goes by a name that this test could not read", () => {
  expect(source).not.toMatch(/\.apiCall\(|client\[/);
});

test("the manifest asks for exactly the scopes that calls, events and commands need", () => {
  const needed = new Set([
    "commands",
    ...[...called].flatMap((method) => scopesOfMethod[method] ?? []),
    ...manifest.settings.event_subscriptions.bot_events.flatMap(
      (event) => scopesOfEvent[event] ?? [`unknown: ${event}`],
    ),
  ]);
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
});
