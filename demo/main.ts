import { parseArgs } from "node:util";
import { takePictures } from "./pictures/take-pictures.ts";
import { openPlaygroundStage } from "./playground.ts";
import type { Paper } from "./terminal/draw.ts";
import { runPrompt } from "./terminal/prompt.ts";
import { show } from "./terminal/show.ts";
import { setStage, type Stage } from "./stage.ts";

const options = {
  once: { type: "string" },
  terminal: { type: "boolean", default: false },
  socket: { type: "boolean", default: false },
  port: { type: "string" },
  screenshot: { type: "string" },
} as const;

const paper: Paper = {
  columns: Math.min(process.stdout.columns ?? 100, 100) - 4,
  colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
};

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function withStage(
  socketMode: boolean,
  work: (stage: Stage) => Promise<unknown>,
): Promise<void> {
  const stage = await setStage({ socketMode });
  try {
    await work(stage);
  } finally {
    await stage.close();
  }
}

async function answerOnce(line: string, { slack }: Stage): Promise<void> {
  const [command = "/room", ...words] = line.trim().split(" ");
  await show(await slack.command({ command, text: words.join(" ") }), paper, print);
}

async function runPage(socketMode: boolean, port: number | undefined): Promise<void> {
  const ended = new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const playground = await openPlaygroundStage({ socketMode, port });
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

async function run(): Promise<void> {
  const { values } = parseArgs({ options });
  const { once, screenshot, socket } = values;
  if (screenshot !== undefined) await takePictures(screenshot, print);
  else if (once !== undefined) await withStage(socket, (stage) => answerOnce(once, stage));
  else if (values.terminal) await withStage(socket, (stage) => runPrompt(stage, paper));
  else await runPage(socket, portOf(values.port));
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = 1;
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTaken = "code" in error && error.code === "EADDRINUSE";
  return isTaken ? "Something else has that port: choose another with --port." : error.message;
}
