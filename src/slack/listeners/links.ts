import type { App } from "@slack/bolt";
import { z } from "zod";
import { linkCard } from "../../cards/link-card.ts";
import { monotonic } from "../../lib/time.ts";
import type { LookupResult } from "../../room/result.ts";
import type { RoomId } from "../../room/room-id.ts";
import { isDirect } from "../direct-message.ts";
import { findRooms } from "../find-rooms/find-rooms.ts";
import { createReference } from "../interaction.ts";
import type { ListenerParts } from "./parts.ts";

/** Of more links than this, none gets a status: the message is a list, and has its own point. */
const mostLinks = 2;

const sharedLinks = z.object({
  channel: z.string(),
  user: z.string().optional(),
  message_ts: z.string(),
  is_bot_user_member: z.boolean().optional(),
  // Of a message that is still being written, only its writer would see the status.
  source: z.literal("conversations_history").optional(),
  links: z.array(z.object({ url: z.string() })),
});

interface RoomLink {
  /** As Slack wrote it, `&amp;` and all: it takes an unfurl under no other name. */
  readonly url: string;
  readonly room: RoomId;
}

/** A link to a room in the operator's own console gets the room's status under it. */
export function registerLinks(app: App, parts: ListenerParts): void {
  app.event("link_shared", async ({ event, body, client }) => {
    const reading = sharedLinks.safeParse(event);
    if (!reading.success) return;
    const { channel, user = "", message_ts: ts, is_bot_user_member: isMember } = reading.data;
    // Written to the bot itself: such a message gets an answer of its own.
    if (isDirect(channel) && isMember === true) return;
    const all = roomLinksOf(reading.data.links, parts);
    if (all.length === 0 || all.length > mostLinks) return;
    const flag = "is_ext_shared_channel" in body ? body.is_ext_shared_channel : undefined;
    if (!(await maySee(channel, user, flag, parts))) return;

    const startedAt = monotonic();
    const links = all.filter(({ url }) => parts.shownLinks.begins(channel, url));
    const forget = (url: string): void => parts.shownLinks.forget(channel, url);
    const unfurls: Record<string, { blocks: ReturnType<typeof linkCard>["blocks"][number][] }> = {};
    for (const { url, result } of await readAll(links, parts)) {
      // Unknown rooms and problems are left alone: nobody asked.
      if (result.kind === "found") {
        unfurls[url] = { blocks: [...linkCard(result, { condensed: all.length > 1 }).blocks] };
      } else forget(url);
    }
    const shown = Object.keys(unfurls);
    if (shown.length === 0) return;
    const line = { entry: "link", reference: createReference(), user, channel, team: body.team_id };
    try {
      await client.chat.unfurl({ channel, ts, unfurls });
      const ms = Math.round(monotonic() - startedAt);
      parts.log.info({ ...line, outcome: "answered", result: "found", ms }, "interaction");
    } catch (error) {
      shown.forEach(forget);
      parts.log.warn({ ...line, outcome: "failed", error }, "a link's status could not be shown");
    }
  });
}

function roomLinksOf(
  links: readonly { readonly url: string }[],
  { roomPatterns }: ListenerParts,
): readonly RoomLink[] {
  const rooms = new Map<string, RoomId>();
  for (const { url } of links) {
    const room = findRooms({ text: `<${url}>` }, roomPatterns)[0]?.id;
    if (room !== undefined) rooms.set(url, room);
  }
  return [...rooms].map(([url, room]) => ({ url, room }));
}

/** Everybody in the channel would see the status, asked for or not. */
async function maySee(
  channel: string,
  user: string,
  isExternal: boolean | undefined,
  { access, company, allowExternalChannels }: ListenerParts,
): Promise<boolean> {
  if ((await access.refusalFor({ user, channel })) !== undefined) return false;
  if (allowExternalChannels) return true;
  if (isExternal !== undefined) return !isExternal;
  return (await company.opennessOf(channel)) === "internal";
}

async function readAll(
  links: readonly RoomLink[],
  { lookup, stopping: signal }: ListenerParts,
): Promise<readonly { readonly url: string; readonly result: LookupResult }[]> {
  return Promise.all(
    links.map(async ({ url, room }) => ({
      url,
      result: await lookup.lookUp(room, { fresh: false, lane: "background", signal }),
    })),
  );
}
