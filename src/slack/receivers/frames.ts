/** What Slack sends over a Socket Mode connection, so far as its client reads it unasked. */
export function isFrame(data: unknown): boolean {
  const message = readFrame(data);
  if (message === undefined || typeof message["type"] !== "string") return false;
  if (message["type"] !== "events_api") return true;
  const { payload } = message;
  return isObject(payload) && isObject(payload["event"]) && "type" in payload["event"];
}

/** @returns undefined for what is no JSON object */
export function readFrame(data: unknown): Readonly<Record<string, unknown>> | undefined {
  // The client leaves binary frames and what is no JSON alone by itself.
  const message = typeof data === "string" ? parse(data) : undefined;
  return isObject(message) ? message : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export type Listener = (...parts: readonly unknown[]) => unknown;

/** What an event emitter offers to stand before those who listen. */
export interface Emitter {
  listeners(event: string): readonly Listener[];
  off(event: string, listener: Listener): unknown;
  on(event: string, listener: Listener): unknown;
}

/**
 * Keeps frames that are none of Slack's from the client: it would break on some of them (JSON `null`,
 * an event without content) outside of every handler of ours, and that would end this process.
 *
 * @param onOther told of each frame that was kept away
 */
export function keepToFrames(client: Emitter, onOther: () => void): void {
  for (const listener of client.listeners("ws_message")) {
    client.off("ws_message", listener);
    client.on("ws_message", (data, ...rest) => {
      if (isFrame(data)) listener(data, ...rest);
      else onOther();
    });
  }
}
