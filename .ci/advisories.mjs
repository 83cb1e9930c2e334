// Asks npm's registry for known weaknesses in what the lockfile names. What is shipped may have
// none above low; what only builds and tests may have none above moderate. Where the registry
// can't be asked, nothing is known: that is said, and is no failure unless it is asked for by
// --must-ask, as in CI.
import { spawnSync } from "node:child_process";

const isAskedFor = process.argv.includes("--must-ask");
const checks = [
  { what: "what is shipped", words: ["--omit=dev"], grave: ["moderate", "high", "critical"] },
  { what: "everything", words: [], grave: ["high", "critical"] },
];

const say = (line) => process.stdout.write(`${line}\n`);

let failed = false;
for (const { what, words, grave } of checks) {
  const { stdout } = spawnSync("npm", ["audit", "--json", ...words], { encoding: "utf8" });
  const report = read(stdout);
  if (report?.metadata?.vulnerabilities === undefined) {
    const why = report?.message ?? "no answer that can be read";
    say(`${what}: npm's registry could not be asked (${why})`);
    failed ||= isAskedFor;
    continue;
  }
  const found = Object.values(report.vulnerabilities).filter(({ severity }) =>
    grave.includes(severity),
  );
  for (const { name, severity, range } of found) say(`${what}: ${severity}: ${name} ${range}`);
  if (found.length === 0) say(`${what}: nothing known above the limit`);
  failed ||= found.length > 0;
}
process.exitCode = failed ? 1 : 0;

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
