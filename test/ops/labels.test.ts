import { describe, expect, test } from "vitest";
import { boundedWords, labelsOf } from "../../src/ops/metrics/labels.ts";
import type { Answer } from "../../src/tencent/client.ts";
import { catalogue } from "../../src/tencent/catalogue/explain.ts";

const refused = (code: number): Answer<unknown> => ({
  kind: "refused",
  code,
  info: "",
  requestId: undefined,
  tries: 1,
});

describe("the labels of a query", () => {
  test.each<[Answer<unknown>, ReturnType<typeof labelsOf>]>([
    [
      { kind: "ok", data: undefined, requestId: undefined },
      { result: "ok", family: "none", audience: "none" },
    ],
    [refused(100_004), { result: "missing", family: "live_rooms", audience: "none" }],
    [refused(60_008), { result: "refused", family: "rest_gateway", audience: "tencent" }],
    [refused(70_009), { result: "refused", family: "account_and_signature", audience: "operator" }],
    [refused(-7), { result: "refused", family: "unknown", audience: "operator" }],
    [
      { kind: "fault", fault: { name: "name-not-found" }, tries: 1 },
      { result: "name-not-found", family: "none", audience: "operator" },
    ],
  ])("%o", (answer, labels) => expect(labelsOf(answer)).toEqual(labels));

  test("are few, whatever number Tencent sends", () => {
    const numbers = [
      ...catalogue.map(({ code }) => code),
      ...Array.from({ length: 2_000 }, (_, n) => n * 97),
    ];
    const seen = new Set(numbers.map((code) => JSON.stringify(labelsOf(refused(code)))));
    expect(seen.size).toBeGreaterThan(5);
    expect(seen.size).toBeLessThan(30);
  });
});

describe("words from outside", () => {
  test("stay as they are, as long as they are few and look like words", () => {
    const word = boundedWords();
    for (const good of ["chat.postMessage", "not_in_channel", "http_503"]) {
      expect(word(good)).toBe(good);
    }
    for (const bad of ["", "a b", "https://x/y?z", 'a"b', "x".repeat(51), "ä\n"]) {
      expect(word(bad)).toBe("other");
    }
  });

  test("are one word once they are many, while those that are known stay", () => {
    const word = boundedWords();
    const seen = new Set(Array.from({ length: 1_000 }, (_, n) => word(`word_${n}`)));
    expect(seen.size).toBe(61);
    expect(word("word_0")).toBe("word_0");
    expect(word("word_999")).toBe("other");
  });
});
