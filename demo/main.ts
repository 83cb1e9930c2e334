import { parseArgs } from "node:util";
import { takePictures } from "./pictures/take-pictures.ts";
import { openPlaygroundStage } from "./playground.ts";
import type { Paper } from "./terminal/draw.ts";
import { runPrompt } from "./terminal/prompt.ts";
import { show } from "./terminal/show.ts";
import { setStage, type Stage } from "./stage.ts";

const { values } = parseArgs({
  options: {
    once: { type: "string" },
    terminal: { type: "boolean", default: false },
    socket: { type: "boolean", default: false },
    port: { type: "string" },
    screenshot: { type: "string" },
  },
});
const socketMode = values.socket;

const paper: Paper = {
  columns: Math.min(process.stdout.columns ?? 100, 100) - 4,
  colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
};

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function withStage(work: (stage: Stage) => Promise<unknown>): Promise<void> {
  const stage = await setStage({ socketMode });
  try {
    await work(stage);
  } finally {
    await stage.close();
  }
}

async function runOnce(line: string): Promise<void> {
  const [command = "/room", ...words] = line.trim().split(" ");
  await withStage(async ({ slack }) =>
    show(await slack.command({ command, text: words.join(" ") }), paper, print),
  );
}

async function runPage(): Promise<void> {
  const ended = new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const playground = await openPlaygroundStage({ socketMode, port: portOf(values.port) });
  print(`
Greenroom between a Slack and a Tencent that both live on this machine.

  Open ${playground.url}

It takes no account and reaches nothing outside. Ctrl+C ends it.
In this terminal instead: npm run demo -- --terminal`);
  await ended;
  await playground.close();
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error("--port takes a number from 0 to 65535");
}

try {
  if (values.screenshot !== undefined) await takePictures(values.screenshot, print);
  else if (values.once !== undefined) await runOnce(values.once);
  else if (values.terminal) await withStage((stage) => runPrompt(stage, paper));
  else await runPage();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
