import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const patienceMs = 120_000;

/**
 * Installs what Greenroom is compared with, where it is not there or not what the lockfile says.
 * It stays in `bench/node_modules`: nothing of it comes near the bot's own lockfile.
 *
 * @returns whether it is there: without a network it may not be
 */
export function installPeers(top: string, say: (line: string) => void): boolean {
  const folder = join(top, "bench");
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const mark = join(folder, "node_modules", ".installed-lock.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return true;
  say("installing the peers (once)");
  const { status, error } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
    { cwd: folder, stdio: "inherit", shell: process.platform === "win32", timeout: patienceMs },
  );
  if (status !== 0) {
    say(`NO PEERS: npm could not install them (${error?.message ?? `exit code ${status}`})`);
    say("NO PEERS: what follows measures Greenroom alone, and checks its invariants");
    return false;
  }
  writeFileSync(mark, lock);
  return true;
}
