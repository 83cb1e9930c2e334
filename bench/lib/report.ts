import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Spread } from "./statistics.ts";

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What came of one question. */
export interface Report {
  readonly tables: readonly Table[];
  /** Invariants that did not hold, in words. Never a time: a machine may be slow. */
  readonly broken: readonly string[];
  /** The figures behind the tables. */
  readonly figures: unknown;
}

/** Where and of what a figure was measured: without these it says nothing. */
export function circumstances(top: string) {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { cwd: top, encoding: "utf8" }).trim();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    commit: git("rev-parse", "--short", "HEAD"),
    hasLocalChanges: git("status", "--porcelain") !== "",
    date: new Date().toISOString(),
  };
}

/** Which question was put, and how. */
export interface Run {
  readonly name: string;
  readonly quick: boolean;
  /** It compares with packages that could not be installed, and so has compared with nothing. */
  readonly isWithoutPeers: boolean;
}

/** Writes one question's results as JSON and as tables, and answers the tables. */
export function writeResults(
  top: string,
  { name, quick, isWithoutPeers }: Run,
  report: Report,
): string {
  const folder = join(top, "bench", "results");
  mkdirSync(folder, { recursive: true });
  const about = { question: name, quick, isWithoutPeers, ...circumstances(top) };
  const words = report.tables.map(textOf).join("\n");
  const broken = report.broken.map((line) => `- BROKEN: ${line}\n`).join("");
  const head = `# ${name}${quick ? " (quick)" : ""}${isWithoutPeers ? " (NO PEERS: they could not be installed)" : ""}\n\nNode ${about.node}, ${about.cores} × ${about.processor}, ${about.memoryGiB} GiB, commit ${about.commit}${about.hasLocalChanges ? " with local changes" : ""}, ${about.date}\n`;
  const text = `${head}\n${broken}${words}`;
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ ...about, ...report }, null, 2)}\n`,
  );
  writeFileSync(join(folder, `${name}.md`), text);
  return text;
}

function textOf({ title, columns, rows }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, index) => (cells[index] ?? "").padEnd(width)).join(" | ")} |\n`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return `${title}\n\n${line(columns)}${rule}${rows.map(line).join("")}`;
}

/** Three digits that count, which is more than a shared machine repeats. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2);
}

/** A count, with a comma at each thousand. */
export function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

export function withSpread({ median, least, most }: Spread): string {
  return `${figure(median)} (${figure(least)}–${figure(most)})`;
}
