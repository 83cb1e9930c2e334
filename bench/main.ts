import { parseArgs } from "node:util";
import { writeIntoDocs } from "./lib/docs.ts";
import { installPeers } from "./lib/peers.ts";
import { top } from "./lib/place.ts";
import { questions } from "./questions.ts";
import { writeResults } from "./lib/report.ts";

// npm run bench [-- [--quick] [--docs] [question…]]

const { values, positionals } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    docs: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const { quick, docs } = values;
const unknown = positionals.filter((name) => !(name in questions));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no question named ${unknown.join(", ")}. There are: ${Object.keys(questions).join(", ")}.\n`,
  );
  process.exit(1);
}

/** The quick form takes a minute or two; it must hold nobody up who waits for many checks. */
const longestQuickMs = 6 * 60_000;
if (quick) {
  const late = setTimeout(() => {
    process.stderr.write(`Not done within ${longestQuickMs / 60_000} minutes: given up.\n`);
    // On a signal a PostgreSQL that was started is stopped as well.
    process.kill(process.pid, "SIGTERM");
  }, longestQuickMs);
  late.unref();
}

const say = (line: string): void => void process.stderr.write(`… ${line}\n`);
const asked = Object.entries(questions).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
const wantsPeers = asked.some(([, question]) => question.needsPeers(quick));
const hasPeers = wantsPeers && installPeers(top, say);

let broken = 0;
for (const [name, question] of asked) {
  say(`${name}${quick ? " (quick)" : ""}`);
  const start = performance.now();
  // One after another: side by side they would measure each other.
  // oxlint-disable-next-line no-await-in-loop
  const report = await question.run({ top, quick, hasPeers, say });
  broken += report.broken.length;
  say(`${name} took ${Math.round((performance.now() - start) / 1000)} s`);
  process.stdout.write(
    `${writeResults(top, { name, quick, isWithoutPeers: question.needsPeers(quick) && !hasPeers }, report)}\n`,
  );
}
if (docs)
  writeIntoDocs(
    top,
    asked.map(([name]) => name),
  );
if (broken > 0) process.stderr.write(`${broken} invariants did not hold; see BROKEN above.\n`);
process.exit(broken > 0 ? 1 : 0);
