import type { Card } from "../cards/card.ts";
import {
  noticeCard,
  ownFaultCard,
  underWayCard,
  unsharedCard,
  type Notice,
} from "../cards/notices.ts";
import { withReference } from "../cards/reference.ts";
import { correlated } from "../lib/correlation.ts";
import type { Log } from "../ops/log.ts";
import type { LookupResult } from "../room/result.ts";
import type { RoomLookup } from "../room/look-up.ts";
import type { RoomId } from "../room/room-id.ts";
import type { Interaction, Outcome } from "./interaction.ts";
import type { Access } from "./access.ts";
import type { Delivered } from "./deliver.ts";
import type { LastLookUps } from "./last-look-ups.ts";
import type { Sight } from "./sight.ts";
import type { Report } from "./report.ts";
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

export type Respond = (ask: Ask) => Promise<CardResponse>;

export interface AnswererOptions {
  readonly lookup: RoomLookup;
  readonly access: Access;
  readonly sight: Sight;
  readonly lastLookUps: LastLookUps;
  /** Told what a person who asked got to know of a room. */
  readonly onAnswer: (result: LookupResult) => void;
  readonly log: Log;
  readonly report: Report;
  /** After how long a look-up is told to be under way, in ms. */
  readonly underWayMs: number;
  /** Aborts when this process stops. */
  readonly stopping: AbortSignal;
}

export interface Answerer {
  /** Takes one interaction to its outcome. Never throws; what goes wrong is told and logged. */
  answer(interaction: Interaction, reply: Reply, respond: Respond): Promise<void>;
}

export function createAnswerer(options: AnswererOptions): Answerer {
  const { lookup, access, sight, lastLookUps, onAnswer, log, underWayMs, stopping } = options;

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

  /** What there is to say, whatever went wrong on the way to it. */
  async function responseFor(
    interaction: Interaction,
    reply: Reply,
    respond: Respond,
  ): Promise<CardResponse> {
    const { reference, user, channel } = interaction;
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

    try {
      refusal = await access.refusalFor({ user, channel });
      const response = refusal === undefined ? await respond(askFor) : refused(refusal);
      return quotable(hasAsked ? await seen(interaction, response) : response, reference);
    } catch (error) {
      if (refusal !== undefined) return quotable(refused(refusal), reference);
      log.error({ error, reference }, "an interaction broke");
      return broken(reference);
    }
  }

  return {
    answer: (interaction, reply, respond) =>
      correlated(async () => {
        const response = await responseFor(interaction, reply, respond);
        let delivery = await reply.send(response.card, response.placement);
        if (delivery.kind === "crowded") {
          delivery = await reply.send(unsharedCard(response.card), forAskerAlone);
        }
        options.report(interaction, response, delivery, reply.posts);
      }),
  };
}

/** Whoever has trouble can name it to the people who run this bot, whether or not Tencent did. */
function quotable(response: CardResponse, reference: string): CardResponse {
  const { card, outcome, about } = response;
  const isUnnamed = "requestId" in about && about["requestId"] === undefined;
  return outcome === "answered" && !isUnnamed
    ? response
    : { ...response, card: withReference(card, reference) };
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
