import type { Act, ActRequest, ActResult } from "../../protocol/acts.ts";
import { paths } from "../../protocol/paths.ts";
import type { Change } from "../../protocol/rows.ts";

export interface Stream {
  close(): void;
}

/**
 * Hears what changes in the eyes of a person. After a lost connection the browser asks again by
 * itself, and everything comes anew: `onChange` is told so by `isWhole`.
 */
export function hear(
  viewer: string | undefined,
  onChange: (change: Change, isWhole: boolean) => void,
  onConnection: (isOpen: boolean) => void,
): Stream {
  const query = viewer === undefined ? "" : `?as=${encodeURIComponent(viewer)}`;
  const source = new EventSource(paths.stream + query);
  let isFirst = true;
  source.addEventListener("open", () => {
    isFirst = true;
    onConnection(true);
  });
  source.addEventListener("error", () => onConnection(false));
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    onChange(JSON.parse(data) as Change, isFirst);
    isFirst = false;
  });
  return { close: () => source.close() };
}

/** Does what a person does. What went wrong comes back as words. */
export async function send(as: string, act: Act): Promise<ActResult> {
  const request: ActRequest = { as, act };
  try {
    const response = await fetch(paths.acts, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    return (await response.json()) as ActResult;
  } catch {
    return { ok: false, error: "The playground does not answer. Is `npm run demo` still running?" };
  }
}
