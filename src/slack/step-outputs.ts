import type { CardModel, Value } from "../cards/card.ts";
import { statusCard } from "../cards/status-card.ts";
import { clean } from "../cards/text.ts";
import type { LookupResult } from "../room/result.ts";

/** What a workflow gets of a room. What Tencent did not say is left out. Declared in manifest.yml. */
export interface StepOutputs {
  readonly found: boolean;
  readonly name?: string;
  readonly owner?: string;
  readonly entries?: number;
  readonly muted?: boolean;
  readonly visible?: boolean;
  /** The answer in one paragraph, to be put into a message. */
  readonly summary: string;
  /** What went wrong in a few words; empty when nothing did. */
  readonly error_title: string;
}

const longestValue = 500;

/** A room that is not there, and a refusal of Tencent's, are answers too: a workflow branches on them. */
export function stepOutputs(result: LookupResult): StepOutputs {
  const summary = summaryOf(statusCard(result));
  switch (result.kind) {
    case "found": {
      const { name, owner, entries, chatMuted: muted, hidden } = result.room;
      return {
        found: true,
        ...(name === undefined ? {} : { name: harmless(name) }),
        ...(owner === undefined ? {} : { owner: harmless(owner) }),
        // Slack's numbers are JavaScript's: a rounded one would be a wrong one.
        ...(typeof entries === "number" && Number.isSafeInteger(entries) ? { entries } : {}),
        ...(muted === undefined ? {} : { muted }),
        ...(hidden === undefined ? {} : { visible: !hidden }),
        summary,
        error_title: "",
      };
    }
    case "missing":
      return { found: false, summary, error_title: "" };
    case "failed":
      return { found: false, summary, error_title: result.problem.title };
  }
}

function summaryOf({ title, parts, trace }: CardModel): string {
  const lines = parts.flatMap((part) =>
    "rows" in part
      ? part.rows.map(({ label, value }) => `${label}: ${textOf(value)}`)
      : [textOf(part)],
  );
  // The time of reading is for readers in their own zone, which plain text can't tell.
  const code = trace.filter((value) => "foreign" in value || value.ours.startsWith("Code"));
  const sentences = [textOf(title), ...lines, ...code.map(textOf)];
  return sentences.reduce((said, next) => `${said}${said.endsWith(".") ? "" : "."} ${next}`);
}

function textOf(value: Value): string {
  return "foreign" in value ? harmless(value.foreign) : value.ours;
}

/**
 * A workflow may put this into a message as it is, or escape it first: that is for Slack to say.
 * Angle brackets are all that a mention needs, so they give way to signs that look alike.
 */
function harmless(text: string): string {
  const shown = clean(text).replaceAll("<", "‹").replaceAll(">", "›");
  const characters = [...shown];
  return characters.length > longestValue
    ? `${characters.slice(0, longestValue - 1).join("")}…`
    : shown;
}
