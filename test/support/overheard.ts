import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** What this process really sent over undici, while it was listened to. */
export interface Overheard {
  readonly userSigs: ReadonlySet<string>;
  /** Origin and path, with the query where there is one. */
  readonly urls: ReadonlySet<string>;
  stop(): void;
}

/** Source: undici's documentation of its diagnostics channels. */
const channel = "undici:request:create";

export function overhear(): Overheard {
  const userSigs = new Set<string>();
  const urls = new Set<string>();
  function hear(message: unknown): void {
    const { origin, path } = (message as { request: { origin: string | URL; path: string } })
      .request;
    const url = new URL(path, origin);
    urls.add(url.href);
    const userSig = url.searchParams.get("usersig");
    if (userSig !== null) userSigs.add(userSig);
  }
  subscribe(channel, hear);
  return { userSigs, urls, stop: () => void unsubscribe(channel, hear) };
}
