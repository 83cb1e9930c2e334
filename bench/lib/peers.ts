import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs what Greenroom is compared with, where it is not there or not what the lockfile says.
 * It stays in `bench/node_modules`: nothing of it comes near the bot's own lockfile.
 */
export function installPeers(top: string, say: (line: string) => void): void {
  const folder = join(top, "bench");
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const mark = join(folder, "node_modules", ".installed-lock.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  say("installing the peers (once)");
  const { status } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
    { cwd: folder, stdio: "inherit", shell: process.platform === "win32" },
  );
  if (status !== 0) throw new Error("the peers could not be installed: see above");
  writeFileSync(mark, lock);
}
