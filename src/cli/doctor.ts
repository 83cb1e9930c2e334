import { parseArgs } from "node:util";
import { readConfig, readTencentConfig } from "../config.ts";
import type { Environment } from "../config/read-all.ts";
import { examine, type ExamineOptions, type Setup } from "../ops/doctor/examine.ts";
import { isHealthy } from "../ops/doctor/finding.ts";
import { reportJson, reportText } from "../ops/doctor/report.ts";
import type { Terminal } from "./look-up.ts";

const wrongUsage = 2;

/** `greenroom doctor [--json]`. @returns the exit code: 0 where all is good, 1 where not */
export async function doctorCommand(
  words: readonly string[],
  environment: Environment,
  terminal: Terminal,
  options: ExamineOptions = {},
): Promise<number> {
  const asJson = readWords(words);
  if (typeof asJson === "string") {
    terminal.err(asJson);
    return wrongUsage;
  }
  const findings = await examine(setupOf(environment), options);
  terminal.out(asJson ? reportJson(findings) : reportText(findings));
  return isHealthy(findings) ? 0 : 1;
}

/** Where Tencent's part can be read, it is looked at, whatever is wrong with the rest. */
function setupOf(environment: Environment): Setup {
  const whole = readConfig(environment);
  if (whole.ok) {
    const { tencent, slack, store } = whole.config;
    return { flaws: [], tencent, slack, store };
  }
  const tencent = readTencentConfig(environment);
  return {
    flaws: whole.problems.map(({ key, problem, whereToGet }) => ({
      what: `${key} ${problem}`,
      next: `Get it from: ${whereToGet}.`,
    })),
    tencent: tencent.ok ? tencent.config : undefined,
    slack: undefined,
    store: undefined,
  };
}

function readWords(words: readonly string[]): boolean | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { json: { type: "boolean", default: false } },
    });
    return values.json;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
