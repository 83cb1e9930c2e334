import type { StepRow } from "../../../playground/protocol/rows.ts";

let count = 0;

/** Slack's delivery, acknowledged after 4 ms, with what a test wants otherwise. */
export function step(wanted: Partial<StepRow> = {}): StepRow {
  count += 1;
  return {
    id: count,
    from: "slack",
    to: "bot",
    label: "hands over the command",
    startMs: 0,
    endMs: 4,
    outcome: "ok",
    note: "acknowledged",
    isAnswer: false,
    sharedWith: [],
    ...wanted,
  };
}

export function query(wanted: Partial<StepRow> = {}): StepRow {
  return step({
    from: "bot",
    to: "tencent",
    label: "asks about live-room (get_room_info)",
    startMs: 5,
    endMs: 52,
    note: "answered",
    ...wanted,
  });
}

export function answer(wanted: Partial<StepRow> = {}): StepRow {
  return step({
    from: "bot",
    to: "slack",
    label: "answers (response_url)",
    startMs: 54,
    endMs: 61,
    note: "done",
    isAnswer: true,
    ...wanted,
  });
}

/** Still under way. */
export function waiting(row: StepRow): StepRow {
  const { endMs: _, ...rest } = row;
  return { ...rest, outcome: "waiting", note: "waiting" };
}
