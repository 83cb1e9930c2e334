import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atEndOfFile } from "./end-of-file.ts";

/** A new folder of its own, for what a bot keeps. It is gone when the last test of the file is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-test-"));
  atEndOfFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
