import type { App } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { atMost } from "../lib/at-most.ts";
import { within } from "../lib/time.ts";
import type { Log } from "../ops/log.ts";
import { isDirect } from "./direct-message.ts";
import { webApiErrorCode } from "./web-api-error.ts";

/** `shared`: people of another company read along. `unknown`: Slack tells that to members alone. */
export type Openness = "internal" | "shared" | "unknown";

export interface Workspaces {
  readonly team: string | undefined;
  readonly homeTeam?: string | undefined;
}

/** Who is of the operator's own company: what an answer may be shown to depends on it. */
export interface Company {
  /**
   * Whether somebody is of this company and no guest.
   *
   * @param workspaces where it happened and where the user is from, as far as the signed request
   *   told: for when Slack says no more
   */
  isColleague(user: string, workspaces: Workspaces): Promise<boolean>;
  opennessOf(channel: string): Promise<Openness>;
}

export interface CompanyOptions {
  readonly client: Pick<App["client"], "auth" | "conversations" | "users">;
  readonly log: Log;
  /** How long Slack's word on a person or a channel is remembered, in ms. */
  readonly rememberCompanyMs: number;
  /** Somebody waits for the answer meanwhile, in ms. */
  readonly companyTimeoutMs: number;
}

interface Own {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
}

/** People and channels that are remembered. */
const most = 10_000;

export function createCompany(options: CompanyOptions): Company {
  const { client, log, rememberCompanyMs: ttl, companyTimeoutMs } = options;
  const colleagues = new LRUCache<string, boolean>({ ...atMost(most), ttl });
  const channels = new LRUCache<string, Openness>({ ...atMost(most), ttl });
  let own: Promise<Own> | undefined;

  async function readOwn(): Promise<Own> {
    const { team_id: team, enterprise_id: enterprise } = await client.auth.test();
    return { team, enterprise };
  }

  async function ownIds(): Promise<Own> {
    own ??= readOwn();
    try {
      return await own;
    } catch (error) {
      // The next one asks again.
      own = undefined;
      throw error;
    }
  }

  async function readColleague(user: string): Promise<boolean | undefined> {
    const [{ user: found }, { team, enterprise }] = await Promise.all([
      client.users.info({ user }),
      ownIds(),
    ]);
    if (found?.id === undefined) return undefined;
    const { is_restricted: guest, is_ultra_restricted: narrowGuest, is_stranger: stranger } = found;
    if (guest === true || narrowGuest === true || stranger === true) return false;
    // On Enterprise Grid, colleagues are of many workspaces under one roof.
    const isUnderRoof =
      enterprise !== undefined && found.enterprise_user?.enterprise_id === enterprise;
    return isUnderRoof || found.team_id === undefined || found.team_id === team;
  }

  const askUser = joined(readColleague, companyTimeoutMs);
  const askChannel = joined(
    (channel: string) => client.conversations.info({ channel }),
    companyTimeoutMs,
  );

  return {
    async isColleague(user, { team, homeTeam }) {
      const known = colleagues.get(user);
      if (known !== undefined) return known;
      try {
        const isColleague = await askUser(user);
        if (isColleague !== undefined) {
          colleagues.set(user, isColleague);
          return isColleague;
        }
      } catch (error) {
        // A support team must not stand still because Slack is slow to say who is a guest: the
        // workspaces in the signed request decide meanwhile.
        log.warn({ error, user }, "could not read whether somebody is a guest");
      }
      return homeTeam === undefined || team === undefined || homeTeam === team;
    },
    async opennessOf(channel) {
      const known = channels.get(channel);
      if (known !== undefined) return known;
      try {
        const { channel: found } = await askChannel(channel);
        // Slack says it to members alone. Not remembered: once invited, the bot can know at once.
        if (found?.is_ext_shared === undefined && found?.is_member !== true) return "unknown";
        // A channel with an invitation under way is open from the moment somebody accepts.
        const isShared = found.is_ext_shared === true || found.is_pending_ext_shared === true;
        const openness = isShared ? "shared" : "internal";
        channels.set(channel, openness);
        return openness;
      } catch (error) {
        const code = webApiErrorCode(error);
        // Another Web API than Slack's, with no such method, has no other companies either.
        if (code === "unknown_method") return "internal";
        // Of direct messages Slack says nothing: this takes a scope that the bot does without.
        if (code !== "channel_not_found" && !isDirect(channel)) {
          log.warn({ error, channel }, "could not read whether a channel is shared");
        }
        return "unknown";
      }
    },
  };
}

/** Those who ask for the same thing at once share one call, and nobody waits for ever. */
function joined<T>(call: (key: string) => Promise<T>, ms: number): (key: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return async (key) => {
    const called =
      underWay.get(key) ??
      call(key).finally(() => {
        underWay.delete(key);
      });
    underWay.set(key, called);
    return within(called, ms, "Slack did not answer in time");
  };
}
