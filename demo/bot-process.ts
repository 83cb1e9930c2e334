import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { LogTail } from "./log-tail.ts";

/** The real bot, as a process. */
export interface BotProcess {
  /** Of its HTTP server, from its own log. */
  readonly port: number;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const startLimitMs = 20_000;
/** It answers what is in flight within 10 s. */
const stopLimitMs = 12_000;

/** Rejects, with the last lines of its log, where it does not come up. */
export async function startBot(
  env: Readonly<Record<string, string>>,
  log: LogTail,
): Promise<BotProcess> {
  const bot = spawn(process.execPath, ["--enable-source-maps", program], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  try {
    const port = await ready(bot, log);
    bot.once("exit", (code, signal) => {
      log.add(JSON.stringify({ level: "error", msg: "The bot has ended", code, signal }));
    });
    return { port, stop: () => stop(bot) };
  } catch (error) {
    await stop(bot);
    throw error;
  }
}

function ready(bot: ChildProcess, log: LogTail): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      const last = log.lines().slice(-5);
      reject(
        new Error(`The bot did not start: ${why}\n${last.map(({ line }) => line).join("\n")}`),
      );
    };
    const timer = setTimeout(() => fail("it took too long"), startLimitMs);
    bot.once("error", ({ message }) => fail(message));
    bot.once("exit", (code) => fail(`it ended with code ${code}`));
    for (const stream of [bot.stdout, bot.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        log.add(line);
        const port = /"port":(\d+).*"Greenroom is ready"/.exec(line)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(Number(port));
      });
    }
  });
}

async function stop(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill("SIGTERM");
  const timer = setTimeout(() => bot.kill("SIGKILL"), stopLimitMs);
  await ended;
  clearTimeout(timer);
}
