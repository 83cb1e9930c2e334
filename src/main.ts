import { createBot, type Bot } from "./bot.ts";
import { readConfig } from "./config.ts";
import { describeProblems } from "./config/read-all.ts";
import { defaults } from "./defaults.ts";
import { openKeeping } from "./ops/keeping.ts";
import { createLog } from "./ops/log.ts";
import { startProblem } from "./ops/start-problem.ts";
import { secretsOf } from "./store/store-place.ts";

const reading = readConfig(process.env);
if (!reading.ok) {
  process.stderr.write(`${describeProblems(reading.problems)}\n`);
  process.exit(1);
}
const { config } = reading;
const { mode } = config.slack;
const log = createLog({
  level: config.logLevel,
  secrets: [
    config.tencent.secretKey,
    config.slack.botToken,
    ...(mode.kind === "socket" ? [mode.appToken] : mode.signingSecrets),
    ...secretsOf(config.store),
    // As a whole, and without the scheme: Bearer and a key.
    ...Object.values(config.tracing?.headers ?? {}).flatMap((header) => [
      header,
      header.slice(header.lastIndexOf(" ") + 1),
    ]),
  ],
});
let bot: Bot | undefined;
let stopping = false;
async function stop(signal: string): Promise<void> {
  // Whoever asks twice does not want to wait.
  if (stopping) process.exit(1);
  stopping = true;
  log.info({ signal }, "stopping: answering what is in flight");
  const late = setTimeout(() => {
    log.error("stopping took too long; some answers may be lost");
    process.exit(1);
  }, defaults.stopMs);
  await bot?.stop();
  clearTimeout(late);
  log.info("stopped");
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stop(signal).catch((error: unknown) => {
      log.error({ error }, "stopping failed");
      process.exit(1);
    });
  });
}
// Bolt's socket client rejects here when it can't connect for good, as with a token that is unknown.
// A process that can hear nothing has to end, so that its supervisor and its operator notice.
// Node's own last words would print the error as it is, past the redactor.
for (const event of ["unhandledRejection", "uncaughtException"] as const) {
  process.on(event, (error: unknown) => {
    log.fatal({ error }, "an error that nothing handled; this process ends");
    process.exit(1);
  });
}

try {
  bot = createBot(config, defaults, log, await openKeeping(config.store, defaults, log));
  const port = await bot.start();
  log.info({ port, mode: mode.kind, qps: config.tencent.qps }, "Greenroom is ready");
} catch (error) {
  log.fatal(
    { error, advice: startProblem(error, config.port, config.host) },
    "Greenroom could not start",
  );
  process.exit(1);
}
