/** What may stand behind the room of a watch: `for 2h`, `entries 500`, in either order. */
export interface WatchOptions {
  readonly target: string;
  readonly forMs: number | undefined;
  readonly entriesStep: number | undefined;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const duration = / for +(?:(\d{1,4}) ?h(?:ours?|rs?)?)? ?(?:(\d{1,4}) ?m(?:in(?:ute)?s?)?)?$/i;
const entries = / entries +(\d{1,9})$/i;

/** Takes the options off the end of what was typed. Inside quotes, all of it is the room's ID. */
export function takeWatchOptions(text: string): WatchOptions {
  let target = text;
  let forMs: number | undefined;
  let entriesStep: number | undefined;
  for (;;) {
    const lasting = duration.exec(target);
    const counting = entries.exec(target);
    if (lasting !== null && (lasting[1] ?? lasting[2]) !== undefined && forMs === undefined) {
      forMs = Number(lasting[1] ?? 0) * hourMs + Number(lasting[2] ?? 0) * minuteMs;
      target = target.slice(0, lasting.index).trim();
    } else if (counting !== null && entriesStep === undefined) {
      entriesStep = Number(counting[1]);
      target = target.slice(0, counting.index).trim();
    } else {
      return { target, forMs, entriesStep };
    }
  }
}
