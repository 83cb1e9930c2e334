import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];
// Of the file that imports this: what its tests have kept is gone when the last one is over.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder of its own, for what a bot keeps. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-test-"));
  folders.push(folder);
  return folder;
}
