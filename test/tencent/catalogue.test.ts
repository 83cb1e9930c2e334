import { describe, expect, test } from "vitest";

import { catalogue, explainFailure } from "../../src/tencent/catalogue/explain.ts";
import type { FaultName } from "../../src/tencent/fault.ts";
import type { Explanation } from "../../src/tencent/problem.ts";
import { codesToExplain, officialCodes } from "./official-codes.ts";

const faultNames: Readonly<Record<FaultName, true>> = {
  "timed-out": true,
  "could-not-connect": true,
  "connection-refused": true,
  "connection-reset": true,
  "name-not-found": true,
  "tls-failed": true,
  "http-status": true,
  unreadable: true,
  "too-large": true,
  "out-of-time": true,
  "too-many-waiting": true,
  "circuit-open": true,
  stopping: true,
};
const faults = (Object.keys(faultNames) as FaultName[]).map((name) => ({
  name,
  problem: explainFailure({
    name,
    status: 502,
    expectedWaitMs: 1500,
    cause: { name: "tls-failed" },
  }),
}));

type Words = Pick<Explanation, "title" | "meaning" | "next" | "readings">;
const all: readonly (readonly [string, Words])[] = [
  ...catalogue.map((entry) => [String(entry.code), entry] as const),
  ...faults.map(({ name, problem }) => [name, problem] as const),
];

const textsOf = ({ title, meaning, next, readings }: Words): string[] => [
  title,
  meaning,
  next,
  ...(readings ?? []),
];

/** Every run of six words, whatever stands between them. */
function runsOfSix(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(" "));
}

/** A text's words alone, so that marks and capitals don't count. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Texts that more than one entry has. */
function shared(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

describe("the catalogue", () => {
  test("explains each of the 220 codes that a look-up may meet, once, and no other", () => {
    expect(codesToExplain).toHaveLength(220);
    expect(catalogue.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual(
      codesToExplain.map(({ code }) => code).toSorted((a, b) => a - b),
    );
  });

  test("explains the deactivated service", () => {
    expect(catalogue.some(({ code }) => code === 80005)).toBe(true);
  });

  test("gives two readings exactly where Tencent's own tables disagree", () => {
    const two = catalogue.filter(({ readings }) => readings !== undefined);
    expect(two.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual([
      60004, 60005, 60018, 60020, 70003, 70016, 70020,
    ]);
    for (const { readings = ["", ""] } of two) expect(readings[0]).not.toBe(readings[1]);
  });

  test("has no two entries with one title or one meaning, faults included", () => {
    expect(shared(all.map(([, { title }]) => title.toLowerCase()))).toEqual([]);
    expect(shared(all.map(([, { meaning }]) => meaning.toLowerCase()))).toEqual([]);
  });

  test("has no run of six words in common with an official sentence", () => {
    const official = new Map(
      officialCodes.flatMap(({ code, texts }) =>
        texts.flatMap(runsOfSix).map((run) => [run, code] as const),
      ),
    );
    expect(official.size).toBeGreaterThan(500);
    const copied = all.flatMap(([name, entry]) =>
      textsOf(entry)
        .flatMap(runsOfSix)
        .filter((run) => official.has(run))
        .map((run) => `${name}: “${run}” stands at ${official.get(run)}`),
    );
    expect(copied).toEqual([]);
  });

  test("has no text that is an official sentence, however short", () => {
    const official = new Set(officialCodes.flatMap(({ texts }) => texts.map(plain)));
    const copied = all.filter(([, entry]) =>
      textsOf(entry).some((text) => official.has(plain(text))),
    );
    expect(copied).toEqual([]);
  });
});

describe("each explanation", () => {
  test.each([
    ["title", 70],
    ["meaning", 400],
    ["next", 300],
  ] as const)("has a %s of 1 to %i characters, with no blank at its ends", (part, longest) => {
    const wrong = all.filter(([, { [part]: text }]) => {
      return text.length < 5 || text.length > longest || text !== text.trim();
    });
    expect(wrong).toEqual([]);
  });

  test("is calm: no exclamation marks, and no words in capitals for effect", () => {
    const loud = all.filter(([, entry]) =>
      /!|\b(?:FATAL|ERROR|WARNING)\b/.test(textsOf(entry).join(" ")),
    );
    expect(loud).toEqual([]);
  });

  test("has a title without a full stop, and whole sentences in its other parts", () => {
    const wrong = all.filter(
      ([, { title, meaning, next }]) =>
        title.endsWith(".") || !/^[A-Z“0-9].*\.$/s.test(meaning) || !/^[A-Z“0-9].*\.$/s.test(next),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test("says who can act", () => {
    const audiences = new Set([
      ...catalogue.map(({ audience }) => audience),
      ...faults.map(({ problem }) => problem.audience),
    ]);
    expect([...audiences].toSorted()).toEqual(["asker", "operator", "tencent"]);
  });

  test("leaves its own number to the card", () => {
    const told = catalogue.filter((entry) => textsOf(entry).join(" ").includes(String(entry.code)));
    expect(told.map(({ code }) => code)).toEqual([]);
  });
});
