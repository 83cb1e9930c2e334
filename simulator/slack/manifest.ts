import { parse } from "yaml";
import type { StepDefinition } from "./executions.ts";
import type { JsonObject } from "./json.ts";
import { isObject, objectsOf, stringOf } from "./json.ts";
import type { EventName } from "./message-events.ts";
import { EVERY_EVENT } from "./scopes.ts";

/** What an app's manifest asks for, and what Slack's own window shows of it. */
export interface Manifest {
  readonly name: string;
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usage: string;
  }[];
  readonly shortcuts: readonly {
    readonly type: "message" | "global";
    readonly callbackId: string;
    readonly name: string;
    readonly description: string;
  }[];
  /** Whether people may write to the bot directly. */
  readonly takesMessages: boolean;
  readonly events: readonly EventName[];
  readonly scopes: readonly string[];
  readonly unfurlDomains: readonly string[];
  readonly steps: readonly StepDefinition[];
}

/** https://docs.slack.dev/reference/app-manifest. Throws for an event that this Slack does not know. */
export function readManifest(text: string): Manifest {
  const manifest: unknown = parse(text);
  const at = (...path: readonly string[]): unknown =>
    path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), manifest);
  return {
    name: stringOf(at("display_information", "name")) ?? "",
    commands: objectsOf(at("features", "slash_commands")).map((command) => ({
      command: words(command, "command"),
      description: words(command, "description"),
      usage: words(command, "usage_hint"),
    })),
    shortcuts: objectsOf(at("features", "shortcuts")).map((shortcut) => ({
      type: shortcut["type"] === "message" ? "message" : "global",
      callbackId: words(shortcut, "callback_id"),
      name: words(shortcut, "name"),
      description: words(shortcut, "description"),
    })),
    takesMessages:
      at("features", "app_home", "messages_tab_enabled") === true &&
      at("features", "app_home", "messages_tab_read_only_enabled") !== true,
    events: strings(at("settings", "event_subscriptions", "bot_events")).map(eventName),
    scopes: strings(at("oauth_config", "scopes", "bot")),
    unfurlDomains: strings(at("features", "unfurl_domains")),
    steps: stepsOf(at("functions")),
  };
}

function words(of: JsonObject, key: string): string {
  return stringOf(of[key]) ?? "";
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function eventName(name: string): EventName {
  const known = EVERY_EVENT.find((event) => event === name);
  if (known === undefined) throw new Error(`the manifest subscribes to ${name}, unknown here`);
  return known;
}

function stepsOf(functions: unknown): StepDefinition[] {
  if (!isObject(functions)) return [];
  return Object.entries(functions).flatMap(([callbackId, step]) =>
    isObject(step)
      ? [
          {
            callbackId,
            title: words(step, "title"),
            inputs: parametersOf(step["input_parameters"]),
            outputs: parametersOf(step["output_parameters"]),
          },
        ]
      : [],
  );
}

function parametersOf(given: unknown): StepDefinition["inputs"] {
  if (!isObject(given)) return {};
  return Object.fromEntries(
    Object.entries(given).map(([name, parameter]) => {
      const of = isObject(parameter) ? parameter : {};
      return [
        name,
        {
          type: words(of, "type"),
          title: words(of, "title"),
          isRequired: of["is_required"] === true,
        },
      ];
    }),
  );
}
