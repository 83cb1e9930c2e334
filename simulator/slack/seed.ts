/** The people and places of a fresh workspace, by the IDs that tests use. */

export const TEAM = { id: "T0GREENHSE1", domain: "greenhouse", name: "Greenhouse" };
export const PARTNER_TEAM = "T0PARTNERCO";

export const APP_ID = "A0GREENROOM";
export const BOT_ID = "B0GREENROOM";
export const BOT_USER = "U0GREENROOM";
export const SLACKBOT = "USLACKBOT";

export const people = {
  /** Who asks, unless a test says otherwise. */
  asker: "U0ASKER0001",
  colleague: "U0COLLEAGUE",
  /** A guest of a few channels. */
  guest: "U0GUEST0001",
  /** From the other company in the shared channel. */
  partner: "U0PARTNER01",
  /** Left the company: the account is deactivated. */
  leaver: "U0LEAVER001",
} as const;

export const groups = {
  /** The colleague alone. */
  oncall: "S0ONCALL001",
} as const;

export const places = {
  /** Public, with the bot. */
  support: "C0SUPPORT01",
  /** Public, with the bot: where other apps post alerts. */
  liveAlerts: "C0LIVEALERT",
  /** Public, without the bot. */
  lobby: "C0LOBBY0001",
  /** Private, with the bot. */
  backstage: "C0BACKSTAGE",
  /** Private, without the bot. */
  board: "C0BOARD0001",
  /** Shared with another company, with the bot. */
  shared: "C0SHARED001",
  /** The asker's direct messages with the bot. */
  botDm: "D0ASKERBOT1",
  /** Two people's direct messages, without the bot. */
  peopleDm: "D0TWOPEOPLE",
} as const;
