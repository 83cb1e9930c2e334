import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const top = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

it(
  "a run of the store's tests ends with 1 when one of them fails",
  { timeout: 60_000 },
  async () => {
    // A folder of its own name, which only this run of vitest looks into.
    await mkdir(join(top, "build"), { recursive: true });
    const folder = await mkdtemp(join(top, "build/failing-"));
    try {
      await writeFile(
        join(folder, "fails.check.ts"),
        'import { expect, test } from "vitest";\ntest("fails", () => expect(1).toBe(2));\n',
      );
      const settings = {
        root: folder,
        test: {
          include: ["*.check.ts"],
          globalSetup: [join(top, "test/store/postgres-server.ts")],
        },
      };
      const config = join(folder, "vitest.config.mjs");
      await writeFile(config, `export default ${JSON.stringify(settings)};\n`);
      const vitest = join(top, "node_modules/vitest/vitest.mjs");
      const end = run(process.execPath, [vitest, "run", "--config", config]);
      await expect(end).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining("1 failed"),
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
