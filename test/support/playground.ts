import { request as httpRequest, type IncomingMessage } from "node:http";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Act, ActResult } from "../../playground/protocol/acts.ts";
import type {
  Change,
  InteractionRow,
  SetRow,
  TableName,
  Tables,
} from "../../playground/protocol/rows.ts";
import { openPlayground, type Playground } from "../../playground/server/playground.ts";
import { sceneOf } from "../../playground/server/scene.ts";
import { createTimeline } from "../../playground/server/timeline/timeline.ts";
import { readManifest } from "../../simulator/slack/manifest.ts";
import { people, places } from "../../simulator/slack/seed.ts";
import { setStage, type Mode, type Stage, type StageOptions } from "./stage.ts";

/** The playground's server with the whole bot behind it, in this process. */
export interface PlaygroundUnderTest extends Stage {
  readonly url: string;
  readonly act: (act: Act, as?: string) => Promise<ActResult>;
  readonly look: (as?: string) => Promise<Watcher>;
  /** Lines of the log that the page shows. */
  readonly logLines: { number: number; line: string }[];
}

/** A page that hears what changes, without a browser. */
export interface Watcher {
  /** The rows of a table as the page has them. */
  rows<T extends TableName>(table: T): Tables[T][];
  readonly changes: readonly Change[];
  /** Resolves with what `look` finds, as soon as it finds it. */
  until<T>(look: () => T | undefined, what: string): Promise<T>;
  /** The newest interaction, once it fits. */
  interaction(fits: (row: InteractionRow) => boolean): Promise<InteractionRow>;
  close(): void;
}

export const manifest = readManifest(
  await readFile(new URL("../../manifest.yml", import.meta.url), "utf8"),
);

export async function startPlayground(
  mode: Mode = "http",
  options: StageOptions & { readonly folder?: string } = {},
): Promise<PlaygroundUnderTest> {
  let opened: Playground | undefined;
  const timeline = createTimeline({ onChange: () => opened?.touch() });
  const stage = await setStage(mode, {
    ...options,
    environment: { ALERT_CHANNELS: places.liveAlerts, ...options.environment },
    figures: { channelIntervalMs: 20, ...options.figures },
    slack: { ...options.slack, observe: timeline.slack },
    tencent: { ...options.tencent, observe: timeline.tencent },
  });
  const folder = options.folder ?? (await smallestPage());
  const logLines: { number: number; line: string }[] = [];
  const { slack, tencent } = stage;
  const alertChannels = [places.liveAlerts];
  const playground = await openPlayground({
    slack,
    tencent,
    timeline,
    folder,
    log: () => logLines,
    scene: sceneOf({ workspace: slack.workspace, manifest, mode, alertChannels }),
    step: "look_up_room",
  });
  opened = playground;
  onTestFinished(async () => {
    playground.close();
    await stage.close();
  });
  return {
    ...stage,
    url: slack.url,
    logLines,
    async act(act, as = people.asker) {
      const response = await fetch(`${slack.url}/playground/acts`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: slack.url },
        body: JSON.stringify({ as, act }),
      });
      return (await response.json()) as ActResult;
    },
    look: (as = people.asker) => watch(`${slack.url}/playground/stream?as=${as}`),
  };
}

/** A page is a folder with these; what it does is for the browser tests. */
async function smallestPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-page-"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>page</title>");
  await writeFile(join(folder, "main.js"), "export {};");
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function watch(url: string): Promise<Watcher> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest(url, resolve).on("error", reject).end();
  });
  const tables = new Map<string, SetRow>();
  const changes: Change[] = [];
  const listeners = new Set<() => void>();
  let text = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      if (!event.startsWith("data: ")) continue;
      const change = JSON.parse(event.slice("data: ".length)) as Change;
      changes.push(change);
      for (const { table, id } of change.gone) tables.delete(`${table} ${id}`);
      for (const row of change.set) tables.set(`${row.table} ${row.id}`, row);
    }
    for (const listener of listeners) listener();
  });
  onTestFinished(() => void response.destroy());

  function rows<T extends TableName>(table: T): Tables[T][] {
    return [...tables.values()]
      .filter((set) => set.table === table)
      .map(({ row }) => row as Tables[T]);
  }
  function until<T>(look: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(check);
        reject(new Error(`${what} did not come`));
      }, 5_000);
      function check(): void {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        listeners.delete(check);
        resolve(found);
      }
      listeners.add(check);
      check();
    });
  }
  await until(() => changes[0], "the first change");
  return {
    rows,
    changes,
    until,
    interaction: (fits) => until(() => rows("interaction").findLast(fits), "the interaction"),
    close: () => void response.destroy(),
  };
}
