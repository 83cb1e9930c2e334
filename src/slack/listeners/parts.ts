import type { Settings } from "../../cards/home.ts";
import type { Observe, SlackEvent } from "../../ops/events.ts";
import type { Log } from "../../ops/log.ts";
import type { RoomLookup } from "../../room/look-up.ts";
import type { Access } from "../access.ts";
import type { Answerer } from "../answer.ts";
import type { Company } from "../company.ts";
import type { Doctor } from "../doctor-response.ts";
import type { LastLookUps } from "../last-look-ups.ts";
import type { PeopleList } from "../people-list.ts";
import type { Replies } from "../response-url.ts";
import type { ShownLinks } from "../shown-links.ts";
import type { Sight } from "../sight.ts";
import type { Storms } from "../storms.ts";
import type { ThreadCards } from "../thread-cards.ts";
import type { ChannelPosts } from "../channel-posts.ts";
import type { Store } from "../../store/store.ts";
import type { Watching } from "../../watch/watching.ts";
import type { RoomPattern } from "../commands/room-links.ts";

/** What every listener is given. */
export interface ListenerParts {
  readonly answerer: Answerer;
  readonly lookup: RoomLookup;
  readonly access: Access;
  /** Who may see what is for the people who run this bot. */
  readonly admins: PeopleList;
  readonly doctor: Doctor;
  /** Who looked what up; undefined where nothing is kept. */
  readonly lookUps: Store["lookUps"] | undefined;
  readonly company: Company;
  readonly sight: Sight;
  readonly lastLookUps: LastLookUps;
  readonly replies: Replies;
  readonly posts: ChannelPosts;
  readonly threadCards: ThreadCards;
  /** Undefined where nothing is kept. */
  readonly watching: Watching | undefined;
  /** How long a watch lasts where nobody says, in ms. */
  readonly watchForMs: number;
  /** Aborts when this process stops. */
  readonly stopping: AbortSignal;
  readonly log: Log;
  readonly observe: Observe<SlackEvent>;
  readonly settings: Settings;
  readonly roomPatterns: readonly RoomPattern[];
  readonly activityLabels: Readonly<Record<string, string>>;
  /** Channels whose alerts get a status, by their ids. */
  readonly alertChannels: ReadonlySet<string>;
  readonly storms: Storms;
  readonly shownLinks: ShownLinks;
  /** Where a message shortcut answers: in the message's thread, or in a window of its asker's. */
  readonly shortcutReply: "thread" | "private";
  /** Whether people of other companies may see public answers. */
  readonly allowExternalChannels: boolean;
}
