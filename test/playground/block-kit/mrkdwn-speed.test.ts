import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../playground/page/block-kit/markdown-lines.ts";
import { readMrkdwn } from "../../../playground/page/block-kit/mrkdwn.ts";
import type { Inline, Passage } from "../../../playground/page/block-kit/mrkdwn-nodes.ts";
import { readPlainText } from "../../../playground/page/block-kit/plain-text.ts";
import { allNodes } from "./notation.ts";

const units = [
  "*_~<",
  "*a _b ~c ",
  "<",
  ">",
  "<a",
  "<@U1",
  "`",
  "`a",
  "```",
  "````a",
  ":",
  ":a",
  ":+1:",
  "&",
  "&lt;",
  "http://",
  "http://[",
  "http://a.",
  "http://&lt;",
  "https://a.,.,.,.,",
  " *a",
  "*a* ",
  "\n",
  "> ",
  "<!date^1^",
  "[a](x",
  "**a",
  "# ",
];
const LENGTH = 100_000;
const fill = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function msOf(read: () => unknown): number {
  const start = performance.now();
  read();
  return performance.now() - start;
}

describe("hostile text of 100,000 characters is read in little time", () => {
  test.each(units)("%j, again and again", (unit) => {
    const text = fill(unit, LENGTH);
    // A reader whose time grew with the square of the length would need many seconds.
    expect(msOf(() => readMrkdwn(text))).toBeLessThan(1000);
    expect(msOf(() => readPlainText({ text }))).toBeLessThan(1000);
    expect(msOf(() => readMarkdown(text))).toBeLessThan(1000);
  });

  test("behind a bracket that closes at the very end", () => {
    const text = `${fill("<", LENGTH)}>`;
    expect(msOf(() => readMrkdwn(text))).toBeLessThan(1000);
  });

  test("and never nests deeper than a few styles", () => {
    const text = fill("*a _b ~c <https://x.example|*d _e ~f> ", LENGTH);
    expect(depthOf(readMrkdwn(text))).toBeLessThan(10);
    expect(allNodes(readMrkdwn(text)).length).toBeGreaterThan(1000);
  });
});

function depthOf(nodes: readonly (Passage | Inline)[]): number {
  const depths = nodes.map((node) => ("nodes" in node ? 1 + depthOf(node.nodes) : 1));
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
}
