import type { Act, ActRequest, ActResult } from "../../protocol/acts.ts";
import { paths } from "../../protocol/paths.ts";
import type { Change } from "../../protocol/rows.ts";

export interface Stream {
  close(): void;
}

/**
 * Hears what changes in the eyes of a person. After a lost connection, or after the page was out of
 * sight, everything comes anew: `onChange` is told so by `isWhole`.
 */
export function hear(
  viewer: string | undefined,
  onChange: (change: Change, isWhole: boolean) => void,
  onConnection: (isOpen: boolean) => void,
): Stream {
  const query = viewer === undefined ? "" : `?as=${encodeURIComponent(viewer)}`;
  let source: EventSource | undefined;
  let isFirst = true;

  function listen(): void {
    source = new EventSource(paths.stream + query);
    source.addEventListener("open", () => {
      isFirst = true;
      onConnection(true);
    });
    source.addEventListener("error", () => onConnection(false));
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      onChange(JSON.parse(data) as Change, isFirst);
      isFirst = false;
    });
  }

  // A browser keeps six connections to one server, for all its tabs together.
  function onSight(): void {
    if (document.hidden) {
      source?.close();
      source = undefined;
    } else if (source === undefined) listen();
  }

  document.addEventListener("visibilitychange", onSight);
  onSight();
  return {
    close() {
      document.removeEventListener("visibilitychange", onSight);
      source?.close();
    },
  };
}

/** The bot is waited for as long as Slack waits: 3 s, and a little for the way. */
const patienceMs = 10_000;

/** Does what a person does. What went wrong comes back as words. */
export async function send(as: string, act: Act): Promise<ActResult> {
  const request: ActRequest = { as, act };
  try {
    const response = await fetch(paths.acts, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(patienceMs),
    });
    return (await response.json()) as ActResult;
  } catch {
    return { ok: false, error: "The playground did not answer. Is npm run demo still running?" };
  }
}
