import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** A file of the page, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * Every file of the built page, by the path that asks for it. They are read once: whatever a request
 * says, nothing outside the folder can be sent. Throws where there is no page.
 */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = new Map<string, Asset>();
  await Promise.all(
    names
      // A link might lead out of the folder.
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const type = TYPES[extname(entry.name)] ?? "application/octet-stream";
        const name = path.slice(folder.length).split(sep).join("/").replace(/^\/*/, "/");
        assets.set(name, { type, body: await readFile(path) });
      }),
  );
  const index = assets.get("/index.html");
  if (index === undefined) throw new Error(`there is no page in ${folder}; build it first`);
  assets.set("/", index);
  return assets;
}
