import type { Fault } from "../../../protocol/acts.ts";
import type { SceneRow } from "../../../protocol/rows.ts";

export interface FaultChoice {
  /** Tells the choices of one list apart. */
  readonly key: string;
  readonly words: string;
  readonly fault: Fault;
}

export interface FaultGroup {
  readonly name: string;
  readonly choices: readonly FaultChoice[];
}

type Codes = SceneRow["codes"];

const onTheWay: readonly Fault[] = [
  { kind: "hang" },
  { kind: "slow", ms: 4000 },
  { kind: "reset" },
  { kind: "http", status: 502 },
];

const unexpected: readonly Fault[] = [
  { kind: "not-json" },
  { kind: "no-room-info" },
  { kind: "wrong-types" },
];

/** What the lists of trouble offer; a fault that was set elsewhere is among it as well. */
export function faultGroups(codes: Codes, current: Fault | null): readonly FaultGroup[] {
  const refusals = codes.map(({ code }): Fault => ({ kind: "code", code }));
  const known = [...onTheWay, ...unexpected, ...refusals].map(faultKey);
  const isKnown = current === null || known.includes(faultKey(current));
  return [
    group("On the way", onTheWay, codes),
    group("Unexpected answers", unexpected, codes),
    group("Refusals", refusals, codes),
    group("At present", isKnown ? [] : [current], codes),
  ].filter(({ choices }) => choices.length > 0);
}

function group(name: string, faults: readonly Fault[], codes: Codes): FaultGroup {
  const choices = faults.map((fault) => ({
    key: faultKey(fault),
    words: faultWords(fault, codes),
    fault,
  }));
  return { name, choices };
}

export function faultKey(fault: Fault | null): string {
  if (fault === null) return "none";
  switch (fault.kind) {
    case "code":
      return `code-${fault.code}`;
    case "slow":
      return `slow-${fault.ms}`;
    case "http":
      return `http-${fault.status}`;
    case "hang":
    case "reset":
    case "not-json":
    case "no-room-info":
    case "wrong-types":
      return fault.kind;
  }
}

export function faultWords(fault: Fault, codes: Codes): string {
  switch (fault.kind) {
    case "code": {
      const known = codes.find(({ code }) => code === fault.code);
      return known === undefined ? `code ${fault.code}` : `code ${fault.code}: ${known.words}`;
    }
    case "hang":
      return "never answers";
    case "slow":
      return `answers after ${fault.ms / 1000} s`;
    case "reset":
      return "connection breaks off";
    case "http":
      return `HTTP ${fault.status}`;
    case "not-json":
      return "unreadable answer";
    case "no-room-info":
      return "answer without a room";
    case "wrong-types":
      return "answer that makes no sense";
  }
}
