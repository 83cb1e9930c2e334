import type { z } from "zod";
import type { Variable } from "./variables.ts";

/** What is wrong with one variable, in words for whoever sets the bot up. Holds no value. */
export interface ConfigProblem {
  readonly key: string;
  readonly problem: string;
  readonly whereToGet: string;
}

export type Reading<T> =
  | { readonly ok: true; readonly config: T }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export type Environment = Readonly<Record<string, string | undefined>>;

export type Values<T extends Record<string, Variable>> = {
  readonly [K in keyof T]: z.output<T[K]["schema"]>;
};

/** Reads all variables and collects every problem, instead of stopping at the first. */
export function readAll<T extends Record<string, Variable>>(
  variables: T,
  environment: Environment,
): { values: Values<T>; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, { schema, expected, whereToGet }] of Object.entries(variables)) {
    // Blanks around a value come from copying; an empty one is how compose files leave one out.
    const text = environment[key]?.trim();
    const given = text === undefined || text === "" ? undefined : text;
    const parsed = schema.safeParse(given);
    if (parsed.success) values[key] = parsed.data;
    else {
      const verb = given === undefined ? "is missing: expected" : "does not fit: expected";
      problems.push({ key, problem: `${verb} ${expected}`, whereToGet });
    }
  }
  return { values: values as Values<T>, problems };
}

/** All problems as text for a terminal. No value is printed, since a value may be a secret. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(
    ({ key, problem, whereToGet }) => `  ${key} ${problem}.\n    Where to get it: ${whereToGet}.`,
  );
  return [
    `The configuration has ${problems.length} ${problems.length === 1 ? "problem" : "problems"}:`,
    ...lines,
  ].join("\n");
}
