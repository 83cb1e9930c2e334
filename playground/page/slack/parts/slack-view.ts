import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BlockKit, Names } from "../../block-kit/context.ts";
import type { Place } from "../pure/place.ts";
import type { ThreadSummary } from "../pure/threads.ts";
import type { UnreadThings } from "../pure/unread.ts";

/** What the parts of Slack's window share. */
export interface SlackView {
  readonly names: Names;
  /** What blocks need to know, wherever they stand. */
  readonly kit: BlockKit;
  readonly now: number;
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly threads: ReadonlyMap<string, ThreadSummary>;
  readonly unread: UnreadThings;
  /** Keys of messages for the viewer alone that they sent away. */
  readonly dismissed: ReadonlySet<string>;
  readonly dismiss: (key: string) => void;
  /** What was typed and not sent, by composer. */
  readonly drafts: Map<string, string>;
  readonly openSidebar: () => void;
}

export const SlackViewContext = createContext<SlackView | undefined>(undefined);

export function useSlackView(): SlackView {
  const view = useContext(SlackViewContext);
  if (view === undefined) throw new Error("this part stands outside Slack's window");
  return view;
}
