import type { Question } from "./lib/question.ts";
import { growth } from "./growth.ts";
import { hotPaths } from "./hot-paths.ts";
import { incident } from "./incident.ts";
import { query } from "./query.ts";
import { quota } from "./quota.ts";
import { replicas } from "./replicas.ts";
import { start } from "./start.ts";
import { wayThrough } from "./way-through.ts";

/** One file, one question, in the order of docs/performance.md. */
export const questions: Readonly<Record<string, Question>> = {
  quota,
  "way-through": wayThrough,
  query,
  incident,
  start,
  growth,
  "hot-paths": hotPaths,
  replicas,
};
