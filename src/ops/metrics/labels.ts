import { explainCode, explainFailure } from "../../tencent/catalogue/explain.ts";
import { familyOf } from "../../tencent/catalogue/families.ts";
import type { Answer } from "../../tencent/client.ts";
import { noSuchRoom } from "../../room/look-up.ts";

/** What is said of a query: what came of it, of which family a code was, and who can act. */
export interface QueryLabels {
  /** `ok`, `missing` (there is no such room), `refused`, or the name of what kept an answer away. */
  readonly result: string;
  readonly family: string;
  readonly audience: string;
}

const none = "none";

export function labelsOf(answer: Answer<unknown>): QueryLabels {
  switch (answer.kind) {
    case "ok":
      return { result: "ok", family: none, audience: none };
    case "fault": {
      const { fault } = answer;
      return { result: fault.name, family: none, audience: explainFailure(fault).audience };
    }
    case "refused": {
      const { code } = answer;
      const family = familyOf(code)?.toLowerCase().replaceAll(" ", "_") ?? "unknown";
      return code === noSuchRoom
        ? { result: "missing", family, audience: none }
        : { result: "refused", family, audience: explainCode(code).audience };
    }
  }
}

/** Different values that a label may have where others choose the words; all that follow are one. */
const most = 60;

/** Words from outside, as labels: so few, and of such a form, that no page of metrics bursts. */
export function boundedWords(): (word: string) => string {
  const known = new Set<string>();
  return (word) => {
    if (known.has(word)) return word;
    if (known.size >= most || !/^[\w.]{1,50}$/.test(word)) return "other";
    known.add(word);
    return word;
  };
}
