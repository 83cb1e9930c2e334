import type { Card } from "../cards/card.ts";
import {
  noticeCard,
  ownFaultCard,
  underWayCard,
  unsharedCard,
  type Notice,
} from "../cards/notices.ts";
import { monotonic } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import type { LookupResult } from "../room/result.ts";
import type { RoomLookup } from "../room/look-up.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Store } from "../store/store.ts";
import type { Interaction, Outcome } from "./interaction.ts";
import type { Access } from "./access.ts";
import type { Delivered } from "./deliver.ts";
import { createAudit } from "./audit.ts";
import type { LastLookUps } from "./last-look-ups.ts";
import type { Sight } from "./sight.ts";
import { forAskerAlone, type Placement, type Reply } from "./reply.ts";

/** A card with where it goes, and how the interaction ended when it has arrived. */
export interface CardResponse {
  readonly card: Card;
  readonly placement: Placement;
  readonly outcome: Outcome;
  /** For the log line alone: what the card was about. */
  readonly about: Readonly<Record<string, string | number | undefined>>;
}

/** Looks a room up for one interaction; tells the asker when it takes long. */
export type Ask = (
  id: RoomId,
  options: {
    readonly fresh: boolean;
    /** Where the answer is meant to go, when not to the asker alone. */
    readonly placement?: Placement;
  },
) => Promise<LookupResult>;

export interface AnswererOptions {
  readonly lookup: RoomLookup;
  readonly access: Access;
  readonly sight: Sight;
  readonly lastLookUps: LastLookUps;
  /** Where it is kept who looked what up; undefined where nothing is. */
  readonly lookUps: Store["lookUps"] | undefined;
  /** Told what a person who asked got to know of a room. */
  readonly onAnswer: (result: LookupResult) => void;
  readonly log: Log;
  /** After how long a look-up is told to be under way, in ms. */
  readonly underWayMs: number;
  /** Aborts when this process stops. */
  readonly stopping: AbortSignal;
}

export interface Answerer {
  /** Takes one interaction to its outcome. Never throws; what goes wrong is told and logged. */
  answer(
    interaction: Interaction,
    reply: Reply,
    respond: (ask: Ask) => Promise<CardResponse>,
  ): Promise<void>;
}

export function createAnswerer(options: AnswererOptions): Answerer {
  const { lookup, access, sight, lastLookUps, onAnswer, log, underWayMs, stopping } = options;
  const keep = createAudit(options.lookUps, log);

  async function ask(
    { entry }: Interaction,
    reply: Reply,
    id: RoomId,
    fresh: boolean,
  ): Promise<LookupResult> {
    // Nobody waits: an alert or a workflow gives way to people, and needs no word of patience.
    if (entry === "alert" || entry === "workflow-step") {
      return lookup.lookUp(id, { fresh, lane: "background", signal: stopping });
    }
    let notice: Promise<Delivered> | undefined;
    const timer = setTimeout(() => {
      // A courtesy: where it fails, the posts that are left are worth more.
      notice = reply.send(underWayCard(id), forAskerAlone, 1);
    }, underWayMs);
    const result = await lookup.lookUp(id, { fresh, signal: stopping });
    clearTimeout(timer);
    // The answer must not overtake the line that announces it.
    await notice;
    return result;
  }

  /** The answer as far as those who would see it may: a card for all may turn into one for its asker. */
  async function seen(interaction: Interaction, response: CardResponse): Promise<CardResponse> {
    const view = await sight.of(interaction, response.placement);
    switch (view.kind) {
      case "as-meant":
        return response;
      case "asker-alone":
        return { ...response, card: view.noted(response.card), placement: forAskerAlone };
      case "nobody":
        return refused(view.notice);
    }
  }

  return {
    async answer(interaction, reply, respond) {
      const { entry, reference, user, channel, team, startedAt } = interaction;
      let hasAsked = false;
      let refusal: Notice | undefined;
      // Who may not see the answer at all asks Tencent nothing.
      const askFor: Ask = async (id, { fresh, placement = forAskerAlone }) => {
        const view = await sight.of(interaction, placement);
        if (view.kind === "nobody") {
          refusal = view.notice;
          throw new Error("the asker may not see the answer");
        }
        hasAsked = true;
        const result = await ask(interaction, reply, id, fresh);
        if (user !== "") {
          lastLookUps.remember(user, result);
          onAnswer(result);
        }
        return result;
      };

      let response: CardResponse;
      try {
        refusal = await access.refusalFor({ user, channel });
        response = refusal === undefined ? await respond(askFor) : refused(refusal);
        if (hasAsked) response = await seen(interaction, response);
      } catch (error) {
        if (refusal === undefined) {
          log.error({ error, reference }, "an interaction broke");
          response = broken(reference);
        } else {
          response = refused(refusal);
        }
      }
      let delivery = await reply.send(response.card, response.placement);
      if (delivery.kind === "crowded") {
        delivery = await reply.send(unsharedCard(response.card), forAskerAlone);
      }
      const isDelivered = delivery.kind === "delivered";
      const line = {
        reference,
        entry,
        user,
        channel,
        team,
        outcome: isDelivered ? response.outcome : ("failed" satisfies Outcome),
        ...response.about,
        posts: reply.posts,
        ms: Math.round(monotonic() - startedAt),
        ...(delivery.kind === "undelivered" ? { undelivered: delivery.reason } : {}),
      };
      if (isDelivered) log.info(line, "interaction");
      else log.error(line, "interaction whose answer did not reach its asker");
      await keep(line);
    },
  };
}

function broken(reference: string): CardResponse {
  return {
    card: ownFaultCard(reference),
    placement: forAskerAlone,
    outcome: "failed",
    about: { result: "own-fault" },
  };
}

/** Tells the asker why they get no answer. */
export function refused(notice: Notice): CardResponse {
  return {
    card: noticeCard(notice),
    placement: forAskerAlone,
    outcome: "refused",
    about: { result: "refused", reason: notice.title },
  };
}

/** What the log line says of a look-up's result. */
export function aboutResult(result: LookupResult): CardResponse["about"] {
  const { id: room, requestId } = result;
  switch (result.kind) {
    case "found":
      return { result: "found", room, requestId };
    case "missing":
      return { result: "missing", room, requestId, code: result.code };
    case "failed":
      return {
        result: "failed",
        room,
        requestId,
        code: result.problem.code ?? result.fault?.name,
        tries: result.tries,
      };
  }
}

export function outcomeOf(result: LookupResult): Outcome {
  return result.kind === "failed" ? "failed" : "answered";
}
