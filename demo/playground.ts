import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { openPlayground, type Playground } from "../playground/server/playground.ts";
import { sceneOf } from "../playground/server/scene.ts";
import { createTimeline } from "../playground/server/timeline/timeline.ts";
import { listen } from "../simulator/network/listen.ts";
import { sayOpeningWords } from "./opening-words.ts";
import { alertChannels, setStage, type Stage } from "./stage.ts";

/** The stage with a page to it. */
export interface PlaygroundStage {
  readonly stage: Stage;
  readonly url: string;
  close(): Promise<void>;
}

/** The same at each start, so that a page that is still open finds it again. */
const usualPort = 4870;

const folder = fileURLToPath(new URL("../page/", import.meta.url));

export async function openPlaygroundStage(options: {
  readonly socketMode: boolean;
  /** The usual one by default, or any free one where that is taken. */
  readonly port?: number | undefined;
}): Promise<PlaygroundStage> {
  const { socketMode } = options;
  let playground: Playground | undefined;
  const touch = (): void => playground?.touch();
  const timeline = createTimeline({ onChange: touch });
  const stage = await timeline.act("Greenroom starts", async () =>
    setStage({
      socketMode,
      port: options.port ?? (await freePort(usualPort)),
      onSlack: timeline.slack,
      onTencent: timeline.tencent,
      onLogLine: touch,
    }),
  );
  const { slack, tencent, log, manifest } = stage;
  const { workspace } = slack;
  try {
    await sayOpeningWords(workspace);
    const mode = socketMode ? "socket" : "http";
    playground = await openPlayground({
      slack,
      tencent,
      timeline,
      folder,
      log: log.lines,
      scene: sceneOf({ workspace, manifest, mode, alertChannels }),
      step: manifest.steps[0]?.callbackId,
    });
  } catch (error) {
    await stage.close();
    throw error;
  }
  return {
    stage,
    url: `${slack.url}/`,
    async close() {
      playground?.close();
      await stage.close();
    },
  };
}

/** The wanted port, or 0 (any) where somebody has it. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  try {
    return await listen(server, { port: wanted, host: "127.0.0.1" });
  } catch {
    return 0;
  } finally {
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
}
