import { alertSources } from "../../simulator/slack/alerts/sources.ts";
import type { Manifest } from "../../simulator/slack/manifest.ts";
import { people } from "../../simulator/slack/seed.ts";
import type { Workspace } from "../../simulator/slack/workspace.ts";
import type { SceneRow } from "../protocol/rows.ts";
import { inviteCommand } from "./acts/slack-acts.ts";

export interface SceneOptions {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly mode: SceneRow["mode"];
  readonly alertChannels: readonly string[];
}

/** Codes worth trying on the control side, with what they say of the app. */
const codes = [
  { code: 60020, words: "plan lapsed" },
  { code: 60021, words: "caller not allowed" },
  { code: 60010, words: "no administrator" },
  { code: 70001, words: "signature expired" },
  { code: 70009, words: "key of another app" },
  { code: 60011, words: "asked too often" },
  { code: 100001, words: "internal error" },
  { code: 99_999, words: "not documented" },
] as const;

/** What holds for everybody who looks at the page. */
export function sceneOf(options: SceneOptions): Omit<SceneRow, "viewer"> {
  const { workspace, manifest, mode, alertChannels } = options;
  const ofType = (wanted: "message" | "global"): SceneRow["messageShortcuts"] =>
    manifest.shortcuts.filter(({ type }) => type === wanted);
  return {
    people: [people.asker, people.colleague, people.guest, people.partner],
    team: workspace.team.name,
    botUser: workspace.botUser,
    appName: manifest.name,
    mode,
    alertChannels,
    takesMessages: manifest.takesMessages,
    commands: [...manifest.commands, inviteCommand],
    messageShortcuts: ofType("message"),
    globalShortcuts: ofType("global"),
    alertSources: alertSources.map(({ id, author }) => ({ id, name: author.name })),
    codes,
  };
}
