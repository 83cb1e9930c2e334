import { auditCard, mostAudited } from "../cards/audit-card.ts";
import type { Notice } from "../cards/notices.ts";
import type { Store } from "../store/store.ts";
import { refused, type CardResponse } from "./answer.ts";
import type { Question } from "./commands/parse.ts";
import { refusalForAdmins, type AdminParts } from "./for-admins.ts";
import type { Interaction } from "./interaction.ts";
import { forAskerAlone } from "./reply.ts";

export type AuditQuestion = Extract<Question, { kind: "audit" }>;

export interface AuditParts extends AdminParts {
  /** Undefined where nothing is kept. */
  readonly lookUps: Pick<Store["lookUps"], "last"> | undefined;
}

/** Who looked what up: for those whom ADMIN_USERS lists, and for their eyes alone. */
export async function auditResponseTo(
  { room, person }: AuditQuestion,
  interaction: Interaction,
  parts: AuditParts,
): Promise<CardResponse> {
  const refusal = await refusalForAdmins(interaction, parts, shown);
  if (refusal !== undefined) return refused(refusal);
  const { lookUps } = parts;
  if (lookUps === undefined) return refused(nothingKept);
  // One more than is shown tells whether there are others.
  const entries = await lookUps.last({ room, asker: person }, mostAudited + 1);
  const hasMore = entries.length > mostAudited;
  return {
    card: auditCard({ entries, hasMore, room, person }),
    placement: forAskerAlone,
    outcome: "answered",
    about: { result: "audit", ofRoom: room, ofPerson: person },
  };
}

/** Where the answer could be seen by others. */
export const auditElsewhere: Notice = {
  title: "Ask for this with /room audit",
  body: "Who looked which room up is shown to one person alone, so this bot answers it behind /room.",
  suggestion: "/room audit",
};

const shown = "which rooms were looked up, and by whom";

const nothingKept: Notice = {
  title: "This bot keeps no look-ups",
  body: "Its store is switched off or could not be opened, so it can't tell who looked which room up. Its log has a line for each.",
};
