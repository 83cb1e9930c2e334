import { readFileSync } from "node:fs";

/** One of the codes that Tencent documents, with what its tables say about it. */
export interface OfficialCode {
  readonly code: number;
  readonly category: string;
  /** Every description and suggestion in any of the tables. */
  readonly texts: readonly string[];
}

/** The fixture has one line for each code. Sources: documents 34348, 60027 and 63398. */
export const officialCodes: readonly OfficialCode[] = JSON.parse(
  readFileSync(new URL("../fixtures/official-error-codes.json", import.meta.url), "utf8"),
);

const explainedCategories = new Set([
  "rest_common",
  "account",
  "account_legacy",
  "live_room",
  "group",
]);

/** Those that a room look-up may meet, so that the bot explains them. */
export const codesToExplain = officialCodes.filter(({ category }) =>
  explainedCategories.has(category),
);
