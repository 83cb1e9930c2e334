import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Keeps docs/reliability.md and the tests of faults the same: each row is a test of that name. */

const top = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(posix.join(top, path), "utf8");

interface Named {
  readonly name: string;
  readonly path: string;
}

/** The rows of the tables whose last column is a test. */
function rowsOf(page: string): (Named & { readonly cells: readonly string[] })[] {
  return page.split("\n").flatMap((line) => {
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    const link = /^\[[^\]]+\]\(\.\.\/(test\/[^)]+)\)$/.exec(cells.at(-1) ?? "")?.[1];
    return link === undefined ? [] : [{ name: cells[0] ?? "", path: link, cells }];
  });
}

/** The tests that a file declares by a name in plain quotes. */
function testsIn(path: string): Named[] {
  return [...read(path).matchAll(/^\s*(?:it|test)\(\s*"((?:[^"\\]|\\.)*)"/gm)].map((match) => ({
    name: JSON.parse(`"${match[1]}"`) as string,
    path,
  }));
}

const suites = ["test/faults", "test/slow/faults", "test/slow/alone/faults"].flatMap((folder) =>
  readdirSync(posix.join(top, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/"))),
);
const rows = rowsOf(read("docs/reliability.md"));
const key = ({ name, path }: Named): string => `${path}: ${name}`;

test("docs/reliability.md lists at least 45 faults, each with all that there is to say", () => {
  expect(rows.length).toBeGreaterThanOrEqual(45);
  for (const { cells } of rows) {
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell).not.toBe("");
  }
});

test("no fault is named twice", () => {
  const names = rows.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test("each fault has exactly one test of its name, in the file that is named", () => {
  const there = [...new Set(rows.map(({ path }) => path))].flatMap(testsIn).map(key);
  for (const row of rows) expect(there.filter((one) => one === key(row))).toEqual([key(row)]);
});

test("each test of a fault is in the table", () => {
  expect(suites.length).toBeGreaterThan(10);
  const listed = new Set(rows.map(key));
  const unlisted = suites.flatMap(testsIn).filter((one) => !listed.has(key(one)));
  expect(unlisted).toEqual([]);
});

test("no test of a fault hides behind a name that is made, or is left out", () => {
  // What this can't read by name, it could not find in the table.
  for (const path of new Set([...suites, ...rows.map((row) => row.path)])) {
    const made = path.includes("faults/")
      ? /\b(?:it|test)(?:\.\w+|\(\s*(?![\s"]))/g
      : /\b(?:it|test)\.(?:skip|todo|only|fails)/g;
    const calls = read(path).match(made) ?? [];
    expect(calls.map((call) => `${path}: ${call}`)).toEqual([]);
  }
});

test("a page is read as Markdown has it", () => {
  const page =
    "| a | b | c | [d](../test/faults/e.test.ts) |\n| --- | --- | --- | --- |\n| x | y |";
  expect(rowsOf(page)).toEqual([
    {
      name: "a",
      path: "test/faults/e.test.ts",
      cells: ["a", "b", "c", "[d](../test/faults/e.test.ts)"],
    },
  ]);
});
