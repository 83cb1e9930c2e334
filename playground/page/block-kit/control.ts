import type { JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";

/** By a name that an app chose: it may be `constructor`. */
export function ownValue(
  record: Readonly<Record<string, string>> | undefined,
  name: string,
): string | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** What a control of an input is told by its block. */
export interface Control {
  readonly element: JsonObject;
  readonly kit: BlockKit;
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly isOptional: boolean;
  readonly isInvalid: boolean;
  /** The hint and the error, by their ids. */
  readonly describedBy: string | undefined;
  /** Where no label of the page names it. */
  readonly label?: string;
}
