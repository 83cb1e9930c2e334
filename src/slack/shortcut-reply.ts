import type { Card } from "../cards/card.ts";
import { inviteCard } from "../cards/notices.ts";
import { forAskerAlone, type Reply } from "./reply.ts";
import { isNotThere } from "./web-api-error.ts";

/**
 * Answers in the thread of a message that somebody picked. Where the bot is no member of the
 * channel, the asker alone gets the answer, with how to have it in the thread.
 *
 * @param toAsker what only the asker sees: the response_url, or the modal that is open
 * @param confirmation for the asker, when the card is in the thread and they can't see it from here
 */
export function createShortcutReply(inThread: Reply, toAsker: Reply, confirmation?: Card): Reply {
  return {
    get posts() {
      return inThread.posts + toAsker.posts;
    },
    async send(card, placement, mostTries) {
      if (placement.visibility === "ephemeral") return toAsker.send(card, placement, mostTries);
      const sent = await inThread.send(card, placement, mostTries);
      if (sent.kind === "undelivered" && isNotThere(sent.reason)) {
        return toAsker.send(inviteCard(card), forAskerAlone, mostTries);
      }
      if (sent.kind === "delivered" && confirmation !== undefined) {
        await toAsker.send(confirmation, forAskerAlone);
      }
      return sent;
    },
  };
}
