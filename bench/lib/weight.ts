import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Weight {
  readonly packages: number;
  readonly bytes: number;
}

/**
 * What `npm ci --omit=dev` would leave of these packages on this machine: they and all they need,
 * as the lockfile says, as far as it is installed (what is for another platform is not).
 */
export function treeOf(folder: string, roots: readonly string[]): Weight {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  const taken = new Set<string>();
  const take = (name: string, from: string): void => {
    const path = placeOf(lock.packages, name, from);
    if (path === undefined || taken.has(path)) return;
    const size = sizeOf(join(folder, path));
    if (size === undefined) return;
    taken.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path] ?? {};
    for (const next of Object.keys({
      ...dependencies,
      ...optionalDependencies,
      ...peerDependencies,
    })) {
      take(next, path);
    }
  };
  for (const root of roots) take(root, "");
  const bytes = [...taken].reduce((sum, path) => sum + (sizeOf(join(folder, path)) ?? 0), 0);
  return { packages: taken.size, bytes };
}

/** Where Node would find it: beside the one that asks, or in a folder above. */
function placeOf(
  packages: Readonly<Record<string, Locked>>,
  name: string,
  from: string,
): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    const path = base === "" ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (path in packages) return path;
    if (base === "") return undefined;
  }
}

/** Bytes of its own files; what is nested beneath counts for itself. Undefined: not installed. */
export function sizeOf(folder: string): number | undefined {
  let size = 0;
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) size += entry.name === "node_modules" ? 0 : (sizeOf(path) ?? 0);
    else if (entry.isFile()) size += statSync(path).size;
  }
  return size;
}
