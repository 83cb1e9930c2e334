import type { Card } from "../cards/card.ts";
import { privateCard, type Notice } from "../cards/notices.ts";
import type { Company } from "./company.ts";
import { isDirect } from "./direct-message.ts";
import type { Interaction } from "./interaction.ts";
import type { Placement } from "./reply.ts";

/** Who gets to see an answer about a room. */
export type View =
  | { readonly kind: "as-meant" }
  /** Meant for the channel, where strangers may read along. */
  | { readonly kind: "asker-alone"; readonly noted: (card: Card) => Card }
  | { readonly kind: "nobody"; readonly notice: Notice };

/**
 * What Tencent says of a room stays in the company. An answer for its asker alone needs an asker of
 * our own who is no guest; one for the channel needs a channel that is known to be internal.
 */
export interface Sight {
  of(
    interaction: Pick<Interaction, "user" | "team" | "homeTeam" | "channel" | "openness">,
    placement: Placement,
  ): Promise<View>;
}

const asMeant: View = { kind: "as-meant" };

export function createSight(company: Company, allowExternalChannels: boolean): Sight {
  return {
    async of({ user, team, homeTeam, channel, openness: told }, { visibility }) {
      // Nobody asked, as under an alert: whoever answers has looked at the channel already.
      if (user === "") return asMeant;
      const isPublic = visibility === "in_channel";
      if (isPublic && allowExternalChannels) return asMeant;
      const openness = isPublic ? (told ?? (await company.opennessOf(channel))) : undefined;
      if (openness === "internal") return asMeant;
      if (!(await company.isColleague(user, { team, homeTeam })))
        return { kind: "nobody", notice: notYours };
      if (openness === undefined) return asMeant;
      const why = openness === "unknown" && isDirect(channel) ? "direct" : openness;
      return { kind: "asker-alone", noted: (card) => privateCard(card, why) };
    },
  };
}

const notYours: Notice = {
  title: "This answer is for members of the company alone",
  body: "Guests and people of other companies don't get it. Ask a member of the company that runs this bot to look the room up for you.",
};
