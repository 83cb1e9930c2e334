import { noticeCard, type Notice } from "../cards/notices.ts";
import { resultCard } from "../cards/result-card.ts";
import { watchListCard, mostWatchesListed } from "../cards/watch-list.ts";
import {
  noWatches,
  noWatchHere,
  notWatched,
  unwatched,
  watchBegunCard,
  watchRefused,
} from "../cards/watch-notices.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Begun, Watching, WatchRequest } from "../watch/watching.ts";
import { aboutResult, outcomeOf, type Ask, type CardResponse } from "./answer.ts";
import type { Question } from "./commands/parse.ts";
import type { Interaction, Outcome } from "./interaction.ts";
import type { ListenerParts } from "./listeners/parts.ts";
import { forAskerAlone, forChannel } from "./reply.ts";

export type WatchQuestion = Extract<Question, { kind: "watch" | "watches" | "unwatch" }>;

/** Where somebody asks for a watch. */
export interface WatchSpot {
  /** The thread for its card; undefined for the channel itself. */
  readonly thread: string | undefined;
  /** A message of this bot's with the room's card, which may become the watch's. */
  readonly card?: string | undefined;
}

type Parts = Pick<
  ListenerParts,
  "activityLabels" | "posts" | "sight" | "threadCards" | "watchForMs" | "watching"
>;

/** Answers all that is asked about watches. Their card is for the channel; the answer is for the asker. */
export async function watchResponseTo(
  question: WatchQuestion,
  ask: Ask,
  interaction: Interaction,
  spot: WatchSpot,
  parts: Parts,
): Promise<CardResponse> {
  if (parts.watching === undefined) return told(noWatches, "refused");
  // Who may not see an answer of their own begins, ends and lists no watches either.
  const own = await parts.sight.of(interaction, forAskerAlone);
  if (own.kind === "nobody") return told(own.notice, "refused");
  const { channel, user } = interaction;
  switch (question.kind) {
    case "watch":
      return begin(question, ask, interaction, spot, parts);
    case "unwatch": {
      const { id: room } = question;
      const { card } = spot;
      const count = await parts.watching.stop({ channel, room, card, by: user });
      return told(count > 0 ? unwatched : notWatched, count > 0 ? "answered" : "refused", room);
    }
    case "watches": {
      const watches = await parts.watching.list(channel);
      const entries = await Promise.all(
        watches.map(async ({ room, endsAt: until, startedBy, card }, index) => ({
          roomId: room,
          until,
          startedBy,
          link:
            card === undefined || index >= mostWatchesListed
              ? undefined
              : await parts.posts.linkTo(channel, card),
        })),
      );
      return answered(watchListCard(entries), { result: "watches" });
    }
  }
}

async function begin(
  { id, forMs, entriesStep }: Extract<WatchQuestion, { kind: "watch" }>,
  ask: Ask,
  interaction: Interaction,
  { thread, card: pressed }: WatchSpot,
  { activityLabels, posts, sight, threadCards, watchForMs, watching }: Parts,
): Promise<CardResponse> {
  const { channel, user } = interaction;
  const view = await sight.of(interaction, forChannel);
  if (view.kind !== "as-meant" || watching === undefined) {
    // Tencent is not asked for a card that nobody gets.
    const card = noticeCard(noWatchHere);
    const noted = view.kind === "asker-alone" ? view.noted(card) : card;
    return { ...told(noWatchHere, "refused", id), card: noted };
  }
  const result = await ask(id, { fresh: true, placement: forChannel });
  if (result.kind !== "found") {
    // There is nothing to watch; the asker hears why.
    return {
      card: resultCard(result, { shared: false, activityLabels }),
      placement: forAskerAlone,
      outcome: outcomeOf(result),
      about: aboutResult(result),
    };
  }
  const request = { result, channel, thread, user, forMs: forMs ?? watchForMs, entriesStep };
  const begun = await beginAt({ ...request, card: pressed }, watching, threadCards);
  if (begun.kind === "refused") {
    return {
      ...told(watchRefused, "refused", id),
      about: { result: "refused", room: id, reason: begun.reason },
    };
  }
  const { watch } = begun;
  const link = watch.card === undefined ? undefined : await posts.linkTo(channel, watch.card);
  return answered(watchBegunCard(begun.kind, id, watch.endsAt, link), {
    ...aboutResult(result),
    watch: begun.kind,
  });
}

/** In a thread, the card that it has of the room becomes the watch's. */
async function beginAt(
  request: WatchRequest,
  watching: Watching,
  threadCards: Parts["threadCards"],
): Promise<Begun> {
  const { channel, thread, result } = request;
  if (thread === undefined) return watching.begin(request);
  let begun: Begun | undefined;
  await threadCards.handOver({ channel, thread }, result.id, async (card) => {
    begun = await watching.begin({ ...request, card: request.card ?? card });
    return begun.kind === "refused" ? undefined : begun.watch.card;
  });
  if (begun === undefined) throw new Error("nothing came of a watch");
  return begun;
}

function answered(card: CardResponse["card"], about: CardResponse["about"]): CardResponse {
  return { card, placement: forAskerAlone, outcome: "answered", about };
}

function told(notice: Notice, outcome: Outcome, room?: RoomId): CardResponse {
  return {
    card: noticeCard(notice),
    placement: forAskerAlone,
    outcome,
    about: { result: outcome, room, reason: notice.title },
  };
}
