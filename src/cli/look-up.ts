import { parseArgs } from "node:util";
import { stringify } from "lossless-json";
import { resultModel } from "../cards/result-card.ts";
import { toTerminal } from "../cards/to-terminal.ts";
import { readTencentConfig } from "../config.ts";
import { describeProblems } from "../config/read-all.ts";
import { defaults } from "../defaults.ts";
import { createRoomLookup } from "../room/look-up.ts";
import type { LookupResult } from "../room/result.ts";
import { readRoomId, roomIdBytes } from "../room/room-id.ts";
import { connectTencent } from "../tencent/connect.ts";

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

const exitCodes: Readonly<Record<LookupResult["kind"], number>> = {
  found: 0,
  missing: 3,
  failed: 1,
};
const wrongUsage = 2;

/** `greenroom lookup <id> [--json]`. @returns the exit code */
export async function lookUpCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  const typed = readWords(words);
  if (typeof typed === "string") {
    terminal.err(typed);
    return wrongUsage;
  }
  const reading = readRoomId(typed.id);
  if (!reading.ok) {
    terminal.err(`This can't be a room's ID: it needs 1 to ${roomIdBytes} plain ASCII characters.`);
    return wrongUsage;
  }
  const tencent = readTencentConfig(environment);
  if (!tencent.ok) {
    terminal.err(describeProblems(tencent.problems));
    return 1;
  }
  const client = connectTencent(tencent.config, defaults);
  const lookup = createRoomLookup({ client, deadlineMs: defaults.lookUpDeadlineMs, ...defaults });
  const result = await lookup.lookUp(reading.id);
  await client.close();
  terminal.out(
    typed.json
      ? harmlessJson(result)
      : toTerminal(resultModel(result, { shared: false, activityLabels: {} })),
  );
  return exitCodes[result.kind];
}

function readWords(words: readonly string[]): { id: string; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false } },
    });
    const [id, ...others] = positionals;
    if (id === undefined) return "The room ID is missing: greenroom lookup <room ID> [--json]";
    if (others.length > 0) return "One room at a time. An ID with blanks needs quotes.";
    return { id, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** JSON may hold characters that steer a terminal; as escapes they mean the same to a program. */
function harmlessJson(value: unknown): string {
  return (stringify(value, null, 2) ?? "").replace(
    /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      character
        .split("")
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join(""),
  );
}
