import type { ChannelKind, Workspace } from "./workspace.ts";
import { BOT_USER, groups, PARTNER_TEAM, people, places, SLACKBOT, TEAM } from "./seed.ts";

interface Person {
  teamId?: string;
  isBot?: boolean;
  isUltraRestricted?: boolean;
  isStranger?: boolean;
  isDeleted?: boolean;
}

/** Puts the people and places of seed.ts into a workspace. */
export function fillWorkspace(workspace: Workspace): void {
  function user(id: string, name: string, realName: string, more: Person = {}): void {
    workspace.users.set(id, {
      id,
      name,
      realName,
      teamId: more.teamId ?? TEAM.id,
      isBot: more.isBot ?? false,
      // Slack marks a single-channel guest as restricted and as ultra-restricted.
      isRestricted: more.isUltraRestricted ?? false,
      isUltraRestricted: more.isUltraRestricted ?? false,
      isStranger: more.isStranger ?? false,
      isDeleted: more.isDeleted ?? false,
    });
  }
  user(people.asker, "ada", "Ada Asker");
  user(people.colleague, "grace", "Grace Colleague");
  user(people.guest, "gil", "Gil Guest", { isUltraRestricted: true });
  user(people.partner, "pat", "Pat Partner", { teamId: PARTNER_TEAM, isStranger: true });
  user(people.leaver, "lou", "Lou Leaver", { isDeleted: true });
  user(BOT_USER, "greenroom", "Greenroom", { isBot: true });
  user(SLACKBOT, "slackbot", "Slackbot");

  function channel(id: string, name: string, kind: ChannelKind, members: string[]): void {
    const isExtShared = id === places.shared;
    workspace.channels.set(id, { id, name, kind, members: new Set(members), isExtShared });
  }
  const { asker, colleague, guest, partner } = people;
  workspace.userGroups.set(groups.oncall, {
    id: groups.oncall,
    handle: "oncall",
    users: [colleague],
  });
  channel(places.support, "support", "public", [asker, colleague, guest, BOT_USER]);
  channel(places.liveAlerts, "live-alerts", "public", [asker, colleague, BOT_USER]);
  channel(places.lobby, "lobby", "public", [asker, colleague]);
  channel(places.backstage, "backstage", "private", [asker, colleague, BOT_USER]);
  channel(places.board, "board", "private", [asker, colleague]);
  channel(places.shared, "with-partner", "private", [asker, partner, BOT_USER]);
  channel(places.botDm, "directmessage", "dm", [asker, BOT_USER]);
  channel(places.peopleDm, "directmessage", "dm", [asker, colleague]);
}
