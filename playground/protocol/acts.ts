import { z } from "zod";

/** What a person on the page does, as the page sends it. */

/** Slack lets an app give IDs of 255 characters. */
const id = z.string().min(1).max(255);
const text = z.string().max(12_000);
const whole = z.number().int().nonnegative();

/** What can go wrong with a query to Tencent; a part of what the stand-in knows. */
export const fault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("code"), code: whole.max(999_999) }),
  z.strictObject({ kind: z.literal("hang") }),
  z.strictObject({ kind: z.literal("slow"), ms: whole.max(60_000) }),
  z.strictObject({ kind: z.literal("reset") }),
  z.strictObject({ kind: z.literal("http"), status: whole.min(400).max(599) }),
  z.strictObject({ kind: z.literal("not-json") }),
  z.strictObject({ kind: z.literal("no-room-info") }),
  z.strictObject({ kind: z.literal("wrong-types") }),
]);
export type Fault = z.infer<typeof fault>;

const roomChange = z.strictObject({
  name: z.string().max(100).optional(),
  owner: z.string().max(100).optional(),
  isMuted: z.boolean().optional(),
  isVisible: z.boolean().optional(),
  hasSeats: z.boolean().optional(),
  entries: whole.optional(),
});
export type RoomChange = z.infer<typeof roomChange>;

/** In Slack's window. */
const slackActs = [
  /** A message as typed: `@greenroom` and `#support` become mentions on the server. */
  z.strictObject({
    kind: z.literal("say"),
    channel: id,
    text: text.min(1),
    thread: id.optional(),
    /** "Also send to the channel". */
    broadcast: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("command"), channel: id, command: id, text }),
  z.strictObject({ kind: z.literal("press"), channel: id, ts: id, blockId: id, actionId: id }),
  z.strictObject({ kind: z.literal("message-shortcut"), channel: id, ts: id, callbackId: id }),
  z.strictObject({ kind: z.literal("global-shortcut"), callbackId: id }),
  z.strictObject({ kind: z.literal("edit"), channel: id, ts: id, text: text.min(1) }),
  z.strictObject({ kind: z.literal("delete"), channel: id, ts: id }),
  z.strictObject({ kind: z.literal("open-home") }),
  /** Values by the action_id of their input. */
  z.strictObject({
    kind: z.literal("submit-view"),
    view: id,
    values: z.record(z.string(), z.string().max(3000)),
  }),
  z.strictObject({ kind: z.literal("close-view"), view: id }),
  z.strictObject({ kind: z.literal("press-in-view"), view: id, blockId: id, actionId: id }),
] as const;

/** On the control side. */
const controlActs = [
  z.strictObject({ kind: z.literal("create-room"), room: text, change: roomChange }),
  z.strictObject({ kind: z.literal("change-room"), room: id, change: roomChange }),
  z.strictObject({ kind: z.literal("dissolve-room"), room: id }),
  z.strictObject({ kind: z.literal("room-fault"), room: id, fault: fault.nullable() }),
  z.strictObject({
    kind: z.literal("tencent-weather"),
    latency: z.tuple([whole.max(60_000), whole.max(60_000)]).optional(),
    fault: fault.nullable().optional(),
    qps: whole.max(1000).optional(),
  }),
  /** The bot's next calls to Slack are answered 429. */
  z.strictObject({
    kind: z.literal("slack-rate-limit"),
    retryAfter: whole.max(60),
    times: whole.max(100),
  }),
  /** Socket Mode: every connection is cut. HTTP: the bot's next calls to Slack are reset. */
  z.strictObject({ kind: z.literal("slack-lost-connection") }),
  /** Each event from now on comes so many times more. */
  z.strictObject({ kind: z.literal("slack-repeats"), times: whole.max(10) }),
  /** Faults that were set and not used are forgotten. */
  z.strictObject({ kind: z.literal("slack-fair-weather") }),
  z.strictObject({ kind: z.literal("alert"), source: id, room: text.min(1), channel: id }),
  /** A workflow comes to the app's step. */
  z.strictObject({ kind: z.literal("run-step"), room: text.min(1) }),
] as const;

export const act = z.discriminatedUnion("kind", [...slackActs, ...controlActs]);
export type Act = z.infer<typeof act>;
export type ActOf<K extends Act["kind"]> = Extract<Act, { kind: K }>;

export const actRequest = z.strictObject({
  /** The ID of the person who acts. */
  as: id,
  act,
});
export type ActRequest = z.infer<typeof actRequest>;

export type ActResult =
  | {
      readonly ok: true;
      /** Of a submitted modal: what is wrong with its inputs, by block_id. */
      readonly errors?: Readonly<Record<string, string>>;
      /** Slack's own line, where the app did not answer the modal. */
      readonly notice?: string;
    }
  /** In words for the person. */
  | { readonly ok: false; readonly error: string };
