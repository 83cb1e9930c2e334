import type { Ack, Delivery } from "./delivery.ts";
import type { Interaction } from "./interactions.ts";
import { startInteraction } from "./interactions.ts";
import type { JsonObject } from "./json.ts";
import type { Reachable } from "./blocks/images.ts";
import type { HeldMessage, Message } from "./messages.ts";
import { actionOf, findButton } from "./buttons.ts";
import { demandComposer } from "./composer.ts";
import type { Scene } from "./payloads.ts";
import { blockActions, globalShortcut, messageShortcut, slashCommand } from "./payloads.ts";
import type { ResponseUrlKind, ResponseUrls } from "./response-urls.ts";
import { people, places } from "./seed.ts";
import type { Triggers } from "./triggers.ts";
import { escapeText } from "./typed-text.ts";
import type { Workspace } from "./workspace.ts";

export interface CommandInput {
  readonly text: string;
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
  /** Slash commands do not exist in threads. */
  readonly thread?: never;
  /** False sends the text without the client's entities. */
  readonly escape?: boolean;
}

export interface UserActions {
  command(input: CommandInput): Promise<Interaction>;
  press(
    message: Message,
    actionId: string | RegExp,
    options?: { user?: string; blockId?: string },
  ): Promise<Interaction>;
  shortcut(
    callbackId: string,
    options?: { message?: Message; user?: string },
  ): Promise<Interaction>;
}

interface Parts {
  readonly workspace: Workspace;
  readonly now: () => number;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly reachable: Reachable | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly takesMessages: boolean;
  readonly send: (delivery: Delivery) => Promise<Ack>;
}

type Build = (scene: Scene) => JsonObject;

/** What people do in Slack that reaches an app. */
export function createUserActions(parts: Parts): UserActions {
  const { workspace } = parts;
  const { botUser } = workspace;

  /** People act only where they are: a mistake here is one of the test. */
  function sceneFor(userId: string, channelId: string): Pick<Scene, "user" | "channel"> {
    const user = workspace.users.get(userId);
    const channel = workspace.channels.get(channelId);
    if (user === undefined) throw new Error(`no user ${userId} in this workspace`);
    if (channel === undefined) throw new Error(`no channel ${channelId} in this workspace`);
    if (!channel.members.has(userId)) throw new Error(`${userId} is not in ${channelId}`);
    return { user, channel };
  }

  /** Without this scope Slack offers neither commands nor shortcuts of the app. */
  function demandCommands(): void {
    if (parts.scopes?.includes("commands") === false) throw new Error("no scope commands");
  }

  function act(
    where: Pick<Scene, "user" | "channel">,
    original: HeldMessage | undefined,
    kind: ResponseUrlKind,
    build: Build,
    name: string,
  ): Promise<Interaction> {
    const target = { channel: where.channel.id, user: where.user.id, original };
    const started = startInteraction(parts, target);
    const responseUrl = parts.responseUrls.issue(kind, target, started.onPost);
    const triggerId = parts.triggers.issue(where.user.id);
    const payload = build({ workspace, ...where, triggerId, responseUrl });
    const isCommand = kind === "commands";
    const type = isCommand ? "slash_commands" : "interactive";
    // A message in the ack of a button is ignored: Block Kit's actions answer through response_url.
    return started.finish({ type, payload, acceptsPayload: isCommand }, name);
  }

  async function command(input: CommandInput): Promise<Interaction> {
    demandCommands();
    if (input.thread !== undefined) throw new Error("slash commands do not exist in threads");
    const where = sceneFor(input.user ?? people.asker, input.channel ?? places.support);
    demandComposer(where.channel, { ...parts, botUser });
    const name = input.command ?? "/room";
    // `should_escape: false` in a manifest leaves names as typed, but these three signs always come
    // as entities. https://docs.slack.dev/messaging/formatting-message-text
    const text = input.escape === false ? input.text : escapeText(input.text);
    return act(where, undefined, "commands", (scene) => slashCommand(scene, name, text), name);
  }

  async function press(
    message: Message,
    actionId: string | RegExp,
    {
      user = message.ephemeralTo ?? people.asker,
      blockId,
    }: { user?: string; blockId?: string } = {},
  ): Promise<Interaction> {
    const where = sceneFor(user, message.channel);
    const held = workspace.find(message.channel, message.ts);
    if (held === undefined) throw new Error(`no message ${message.ts}: it was deleted`);
    if (held.ephemeralTo !== undefined && held.ephemeralTo !== user) {
      throw new Error(`${user} cannot see the ephemeral message ${message.ts}`);
    }
    // Slack tells the app that posted the button, and no other.
    if (held.botId !== workspace.botId) throw new Error("that button belongs to another app");
    const action = actionOf(findButton(held.blocks, actionId, blockId), parts.now());
    return act(where, held, "actions", (scene) => blockActions(scene, held, action), "button");
  }

  async function shortcut(
    callbackId: string,
    { message, user = people.asker }: { message?: Message; user?: string } = {},
  ): Promise<Interaction> {
    demandCommands();
    const where = sceneFor(user, message?.channel ?? workspace.dmWith(user).id);
    const actionTs = (parts.now() / 1000).toFixed(6);
    if (message?.deleted) throw new Error(`no message ${message.ts}: it was deleted`);
    if (message?.ephemeralTo !== undefined) {
      throw new Error("ephemeral messages have no shortcuts");
    }
    const build: Build = (scene) =>
      message === undefined
        ? globalShortcut(scene, callbackId, actionTs)
        : messageShortcut(scene, callbackId, actionTs, message);
    return act(where, undefined, "app", build, callbackId);
  }

  return { command, press, shortcut };
}
