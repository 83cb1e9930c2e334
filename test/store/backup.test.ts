import { execFile } from "node:child_process";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));
const docs = await readFile(join(top, "docs/deploy.md"), "utf8");
const run = promisify(execFile);

/** The script that docs/deploy.md tells people to run, with another folder in place of `/data`. */
function backUp(folder: string): Promise<unknown> {
  const [, quoted = ""] = /^docker exec greenroom node -e "(new .*)"$/m.exec(docs) ?? [];
  const script = quoted.replaceAll('\\"', '"');
  expect(script).toContain("/data/greenroom.sqlite");
  return run(process.execPath, ["-e", script.replaceAll("/data/", `${folder}/`)], { cwd: top });
}

const card = { channel: "C1", thread: "1.1", room: "live-room", card: "1.2" };

async function cardsIn(folder: string): Promise<unknown> {
  const store = await openStore({ kind: "sqlite", folder }, 5_000);
  const cards = await store.threadCards.in(card.channel, card.thread);
  await store.close();
  return cards;
}

describe("the backup of the SQLite file, as docs/deploy.md has it", () => {
  test("is whole while the bot has the file open, also of what was written last", async () => {
    const [folder, restored] = [temporaryFolder(), temporaryFolder()];
    const store = await openStore({ kind: "sqlite", folder }, 5_000);
    await store.threadCards.put(card);
    await backUp(folder);
    await store.threadCards.put({ ...card, room: "later" });
    await copyFile(join(folder, "backup.sqlite"), join(restored, "greenroom.sqlite"));
    // What the page warns of: the file alone lacks what stands in the log beside it.
    const torn = temporaryFolder();
    await copyFile(join(folder, "greenroom.sqlite"), join(torn, "greenroom.sqlite"));
    await store.close();
    expect(await cardsIn(restored)).toEqual([{ room: card.room, card: card.card }]);
    expect(await cardsIn(torn)).toEqual([]);
    expect(await cardsIn(folder)).toHaveLength(2);
  });

  test("is never written over another", async () => {
    const folder = temporaryFolder();
    const store = await openStore({ kind: "sqlite", folder }, 5_000);
    await backUp(folder);
    await expect(backUp(folder)).rejects.toThrow(/output file already exists/);
    await store.close();
  });
});
