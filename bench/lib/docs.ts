import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where a question's tables stand in docs/performance.md: between these two lines. */
const begin = (name: string): string => `<!-- figures of ${name} -->`;
const end = (name: string): string => `<!-- end of ${name} -->`;

/**
 * Puts the results of these questions into docs/performance.md, in place of those that are there.
 * The words around them are people's to write.
 */
export function writeIntoDocs(top: string, names: readonly string[]): void {
  const path = join(top, "docs", "performance.md");
  let page = readFileSync(path, "utf8");
  for (const name of names) {
    const start = page.indexOf(begin(name));
    const stop = page.indexOf(end(name));
    if (start === -1 || stop < start) throw new Error(`${path} has no place for ${name}`);
    const result = readFileSync(join(top, "bench", "results", `${name}.md`), "utf8");
    // Its heading is the page's own.
    const figures = result.replace(/^# (.*)\n+/, (_, heading: string) =>
      heading === name ? "" : `${heading}. `,
    );
    page = `${page.slice(0, start)}${begin(name)}\n\n${figures.trim()}\n\n${page.slice(stop)}`;
  }
  writeFileSync(path, page);
}
