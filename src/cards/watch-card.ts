import type { LookupResult } from "../room/result.ts";
import { unwatchButton } from "./actions.ts";
import { context, rows, section } from "./blocks.ts";
import type { Card, Row, Value } from "./card.ts";
import { fallbackText } from "./fallback.ts";
import { moment } from "./moment.ts";
import { personMarkup } from "./person.ts";
import { resultModel } from "./result-card.ts";
import type { CardOptions } from "./room-card.ts";
import { toSlack } from "./to-slack.ts";

/** What a card that follows its room shows. Times are in ms since 1970. */
export interface WatchView {
  readonly result: Extract<LookupResult, { kind: "found" | "missing" }>;
  /** The room's name when it was last there. */
  readonly name?: string | undefined;
  readonly startedBy: string;
  readonly state:
    | { readonly kind: "watched"; readonly until: number; readonly stale: Stale | undefined }
    | { readonly kind: "gone" | "expired"; readonly at: number }
    | { readonly kind: "stopped"; readonly at: number; readonly by: string | undefined };
}

export interface Stale {
  /** When Tencent last answered. */
  readonly since: number;
  /** A problem's title: words of ours, without a full stop. */
  readonly why: string;
}

/** The room's card, with how long it is kept up to date. Ended, it is a card like any other. */
export function watchCard(
  view: WatchView,
  options: Pick<CardOptions, "activityLabels" | "watchable">,
): Card {
  const { result, name, state } = view;
  const model = resultModel(result, { ...options, shared: true });
  const named: Row[] =
    state.kind === "gone" && name !== undefined
      ? [{ label: "Room name", value: { foreign: name } }]
      : [];
  return toSlack({
    ...model,
    parts: [...linesOf(view), ...(named.length > 0 ? [{ rows: named }] : []), ...model.parts],
    ...(state.kind === "watched" ? { buttons: { list: [unwatchButton], roomId: result.id } } : {}),
  });
}

function linesOf({ state, startedBy }: WatchView): Value[] {
  switch (state.kind) {
    case "watched": {
      const person = personMarkup(startedBy);
      const starter = person === undefined ? "" : ` Started by ${person}.`;
      const after = ". It changes when the room changes.";
      const line = moment(state.until / 1000, "This card is watched until ", after);
      const watched = "foreign" in line ? line : { ...line, markup: `${line.markup}${starter}` };
      return state.stale === undefined ? [watched] : [watched, staleLine(state.stale)];
    }
    case "gone":
      return [moment(state.at / 1000, "The room has gone, so the watch has ended: ", ".")];
    case "expired":
      return [moment(state.at / 1000, "The time of this watch was over: ", ".")];
    case "stopped": {
      const words = " stopped this watch: ";
      const line = moment(state.at / 1000, `Somebody${words}`, ".");
      const person = personMarkup(state.by ?? "");
      if (person === undefined) return [line];
      return [{ ...moment(state.at / 1000, `${person}${words}`, "."), ...textOf(line) }];
    }
  }
}

/** What stands in the text, where a person has no name. */
function textOf(value: Value): { readonly ours: string } {
  return { ours: "foreign" in value ? value.foreign : value.ours };
}

function staleLine({ since, why }: Stale): Value {
  return moment(
    since / 1000,
    "Not up to date since ",
    `: ${why.charAt(0).toLowerCase()}${why.slice(1)}. This bot goes on asking.`,
  );
}

/** What changed in a room that is watched. */
export interface WatchNews {
  readonly roomId: string;
  /** Clauses of ours, such as "seats were turned on". */
  readonly clauses: readonly string[];
  /** Who owns the room now, where that changed. */
  readonly owner?: string | undefined;
  readonly at: number;
}

/** A short word in the thread of the card. */
export function watchNewsCard({ roomId, clauses, owner, at }: WatchNews): Card {
  const sentence = `${clauses.join("; ")}.`;
  const line: Value = { ours: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
  const list: Row[] = owner === undefined ? [] : [{ label: "Owner", value: { foreign: owner } }];
  const trace = [{ foreign: `Room ID ${roomId}` }, moment(at / 1000, "Read ", "")];
  return {
    blocks: [section(line), ...rows(list), context(trace)],
    text: fallbackText([line, ...list], trace),
  };
}
