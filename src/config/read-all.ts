import type { z } from "zod";
import { fileKeyOf, readSecretFile, whereFilesAre } from "./secret-files.ts";
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
  for (const [key, { schema, expected, whereToGet, isSecret = false }] of Object.entries(
    variables,
  )) {
    const given = givenFor(key, isSecret, environment);
    if ("problem" in given) {
      problems.push(given);
      continue;
    }
    const parsed = schema.safeParse(given.text);
    if (parsed.success) values[key] = parsed.data;
    else {
      const verb =
        given.text === undefined
          ? "is missing: expected"
          : given.key === key
            ? "does not fit: expected"
            : "names a file whose text does not fit: expected";
      problems.push({ key: given.key, problem: `${verb} ${expected}`, whereToGet });
    }
  }
  return { values: values as Values<T>, problems };
}

/** The text for a variable and the name under which it came, or why there is none. */
function givenFor(
  key: string,
  isSecret: boolean,
  environment: Environment,
): { readonly key: string; readonly text: string | undefined } | ConfigProblem {
  const text = textIn(environment, key);
  const fileKey = fileKeyOf(key);
  const path = isSecret ? textIn(environment, fileKey) : undefined;
  if (path === undefined) return { key, text };
  if (text !== undefined) {
    const problem = `is set, and so is ${key}: set one of the two, and leave the other out`;
    return { key: fileKey, problem, whereToGet: whereFilesAre };
  }
  const reading = readSecretFile(path);
  return reading.ok
    ? { key: fileKey, text: reading.text }
    : { key: fileKey, problem: reading.problem, whereToGet: whereFilesAre };
}

/** Blanks around a value come from copying; an empty one is how compose files leave one out. */
function textIn(environment: Environment, key: string): string | undefined {
  const text = environment[key]?.trim();
  return text === "" ? undefined : text;
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
