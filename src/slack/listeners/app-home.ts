import type { App } from "@slack/bolt";
import { actionIds, readButtonValue } from "../../cards/actions.ts";
import { closedHomeView, homeView } from "../../cards/home.ts";
import { noticeCard } from "../../cards/notices.ts";
import { statusCard } from "../../cards/status-card.ts";
import { toSlack } from "../../cards/to-slack.ts";
import { monotonic } from "../../lib/time.ts";
import { readRoomId } from "../../room/room-id.ts";
import { acknowledge } from "../acknowledge.ts";
import { aboutResult, outcomeOf, type Ask, type CardResponse } from "../answer.ts";
import { commandsFor } from "../commands/table.ts";
import { createHomeReply } from "../home-reply.ts";
import { createReference, type Interaction } from "../interaction.ts";
import { forAskerAlone } from "../reply.ts";
import type { ListenerParts } from "./parts.ts";

/** The Home tab: how to ask, what is set up here, and what its reader asked for lately. */
export function registerAppHome(app: App, parts: ListenerParts): void {
  const viewFor = (user: string, answer: CardResponse["card"]["blocks"]) =>
    homeView({
      commands: commandsFor(parts.watching !== undefined),
      settings: parts.settings,
      lookUps: parts.lastLookUps.of(user),
      answer,
    });

  app.event("app_home_opened", async ({ event, body, client }) => {
    const { user, tab } = event;
    if (tab !== "home") return;
    const refusal = await refusalFor(user, body.team_id, parts);
    const reply = createHomeReply({
      client,
      user,
      viewWith: (answer) =>
        refusal === undefined ? viewFor(user, answer) : closedHomeView(answer),
      signal: parts.stopping,
    });
    const nothing = { blocks: [], text: "" };
    const card = refusal === undefined ? nothing : noticeCard(refusal);
    const shown = await reply.send(card, forAskerAlone);
    if (shown.kind === "undelivered") {
      parts.log.warn({ reason: shown.reason, user }, "a Home tab could not be shown");
    }
  });

  app.action(
    { type: "block_actions", action_id: actionIds.homeRefresh },
    async ({ ack, body, action, client }) => {
      await acknowledge(ack, parts.log);
      const user = body.user.id;
      const interaction: Interaction = {
        entry: "home",
        reference: createReference(),
        user,
        channel: "",
        team: body.team?.id,
        homeTeam: body.user.team_id,
        startedAt: monotonic(),
      };
      let isClosed = true;
      const reply = createHomeReply({
        client,
        user,
        viewWith: (answer) => (isClosed ? closedHomeView(answer) : viewFor(user, answer)),
        signal: parts.stopping,
      });
      await parts.answerer.answer(interaction, reply, async (ask) => {
        isClosed = (await refusalFor(user, interaction.team, parts)) !== undefined;
        return respond("value" in action ? action.value : undefined, ask);
      });
    },
  );
}

/** Whoever gets no answers gets no list of them, nor word of how the bot is set up. */
async function refusalFor(
  user: string,
  team: string | undefined,
  { access, sight }: ListenerParts,
) {
  const refusal = await access.refusalFor({ user, channel: "" });
  if (refusal !== undefined) return refusal;
  const view = await sight.of({ user, team, channel: "" }, forAskerAlone);
  return view.kind === "nobody" ? view.notice : undefined;
}

async function respond(value: string | undefined, ask: Ask): Promise<CardResponse> {
  const reading = readRoomId(readButtonValue(value).roomId ?? "");
  if (!reading.ok) {
    return {
      card: noticeCard({
        title: "This button does not work any more",
        body: "It is from another version of this bot. Look the room up again with /room.",
      }),
      placement: forAskerAlone,
      outcome: "refused",
      about: { result: "refused", reason: "unreadable button" },
    };
  }
  const result = await ask(reading.id, { fresh: true });
  return {
    card: toSlack(statusCard(result)),
    placement: forAskerAlone,
    outcome: outcomeOf(result),
    about: aboutResult(result),
  };
}
