import type { Notice } from "../cards/notices.ts";
import type { Interaction } from "./interaction.ts";
import type { PeopleList } from "./people-list.ts";
import { forAskerAlone } from "./reply.ts";
import type { Sight } from "./sight.ts";

export interface AdminParts {
  readonly admins: PeopleList;
  readonly sight: Sight;
}

/**
 * Why somebody may not see what is for the people who run this bot; undefined where they may.
 *
 * @param what may be seen, at the end of "They have listed who may see …"
 */
export async function refusalForAdmins(
  interaction: Interaction,
  { admins, sight }: AdminParts,
  what: string,
): Promise<Notice | undefined> {
  if (admins.isEmpty) return nobodyListed(what);
  if (!(await admins.has(interaction.user))) return notListed(what);
  const own = await sight.of(interaction, forAskerAlone);
  return own.kind === "nobody" ? notForGuests : undefined;
}

const title = "This is for the people who run this bot";

function notListed(what: string): Notice {
  return {
    title,
    body: `They have listed who may see ${what}. If you need it for your work, ask them to add you.`,
  };
}

function nobodyListed(what: string): Notice {
  return {
    title,
    body: `They have listed nobody yet who may see ${what}. To do so, they put member IDs, with commas between, into the variable ADMIN_USERS, and start this bot again.`,
  };
}

const notForGuests: Notice = {
  title,
  body: "Guests and people of other companies don't get it, though they are listed. Ask a member of the company that runs this bot.",
};
