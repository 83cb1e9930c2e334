import type { LookupResult } from "../room/result.ts";
import { refreshButton, watchButton } from "./actions.ts";
import type { CardModel, Row, Value } from "./card.ts";
import { moment } from "./moment.ts";
import type { CardOptions } from "./room-card.ts";
import { seenOf } from "./seen.ts";
import { whoActs } from "./who-acts.ts";

/** A room's state in a few lines, for a thread under an alert. Its Refresh gives the whole card. */
export function statusCard(
  result: LookupResult,
  { watchable = false }: Pick<CardOptions, "watchable"> = {},
): CardModel {
  const { id, asOf } = result;
  const rows: Row[] = [{ label: "Room ID", value: { foreign: id } }, ...factsOf(result)];
  return {
    title: titleOf(result),
    parts: [{ rows }],
    trace: [...codeOf(result), requestIdOf(result), moment(asOf / 1000, "Read ", "")],
    buttons: {
      list: [
        refreshButton("Refresh", seenOf(result)),
        ...(watchable && result.kind === "found" ? [watchButton] : []),
      ],
      roomId: id,
    },
  };
}

function titleOf(result: LookupResult): Value {
  switch (result.kind) {
    case "found":
      return result.room.name === undefined
        ? { ours: "This room exists" }
        : { foreign: result.room.name };
    case "missing":
      return { ours: "No room with this ID right now" };
    case "failed":
      return { ours: result.problem.title };
  }
}

function factsOf(result: LookupResult): Row[] {
  switch (result.kind) {
    case "found": {
      const { owner, chatMuted, hidden } = result.room;
      const state = [
        "exists",
        chatMuted === undefined ? [] : chatMuted ? "chat muted for everyone" : "chat open",
        hidden === undefined ? [] : hidden ? "hidden from the room list" : "in the room list",
      ].flat();
      return [
        { label: "State", value: { ours: state.join(", ") } },
        ...(owner === undefined ? [] : [{ label: "Owner", value: { foreign: owner } }]),
      ];
    }
    case "missing":
      return [{ label: "State", value: { ours: "closed, not yet open, or another ID" } }];
    case "failed":
      return [
        { label: "Who acts", value: { ours: whoActs[result.problem.audience] } },
        { label: "Next step", value: { ours: result.problem.next } },
      ];
  }
}

function codeOf(result: LookupResult): Value[] {
  const code =
    result.kind === "missing"
      ? result.code
      : result.kind === "failed"
        ? result.problem.code
        : undefined;
  return code === undefined ? [] : [{ ours: `Code ${code}` }];
}

function requestIdOf({ requestId }: LookupResult): Value {
  return requestId === undefined
    ? { ours: "RequestId: none given" }
    : { foreign: `RequestId ${requestId}` };
}
