import { readFileSync } from "node:fs";

/** A secret may come in a file instead, as Docker and Kubernetes give it; this names the file. */
export function fileKeyOf(key: string): string {
  return `${key}_FILE`;
}

export const whereFilesAre =
  "the path at which Docker or Kubernetes puts the secret, such as /run/secrets/slack_bot_token";

export type FileReading =
  | { readonly ok: true; readonly text: string }
  /** What is wrong, behind the variable's name. Holds no path: somebody may have put the secret there. */
  | { readonly ok: false; readonly problem: string };

/** No secret of ours is as long; whatever is, is another file. */
const mostBytes = 16 * 1024;

const why: Readonly<Record<string, string>> = {
  ENOENT: "names a file that is not there",
  ENOTDIR: "names a file that is not there",
  EACCES: "names a file that this user may not read",
  EPERM: "names a file that this user may not read",
  EISDIR: "names a folder: expected a file",
};

/** Reads a secret from its file, without the blanks and the line end around it. */
export function readSecretFile(path: string): FileReading {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { ok: false, problem: why[code] ?? `names a file that can't be read (${code})` };
  }
  if (bytes.length > mostBytes) {
    return { ok: false, problem: "names a file that is too long for a secret" };
  }
  const text = bytes.toString("utf8").trim();
  return text === "" ? { ok: false, problem: "names a file that is empty" } : { ok: true, text };
}
