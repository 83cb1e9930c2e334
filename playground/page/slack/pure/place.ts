/** What the window shows. */
export interface Place {
  /** A channel's ID, or `home` for the app's Home tab. */
  readonly channel: string;
  /** The ts of the first message of the thread that lies open. */
  readonly thread?: string;
}

/** No channel of Slack's has such an ID. */
export const home = "home";

/** The place that an address names, as far as it names one. */
export function placeIn(search: string): Place | undefined {
  const params = new URLSearchParams(search);
  const channel = params.get("channel");
  if (channel === null || channel === "") return undefined;
  const thread = params.get("thread");
  return thread === null || thread === "" ? { channel } : { channel, thread };
}

/** The search part of an address with this place in it; what else it says stays. */
export function searchFor(search: string, { channel, thread }: Place): string {
  const params = new URLSearchParams(search);
  params.set("channel", channel);
  if (thread === undefined) params.delete("thread");
  else params.set("thread", thread);
  return `?${params}`;
}
