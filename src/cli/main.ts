#!/usr/bin/env node
import { doctorCommand } from "./doctor.ts";
import { lookUpCommand } from "./look-up.ts";

const usage = `Usage: greenroom lookup <room ID> [--json]
       greenroom doctor [--json]

lookup  Looks a live room up at Tencent, as the bot does. It reads
        TENCENT_SDK_APP_ID, TENCENT_SECRET_KEY, TENCENT_REGION and their like
        from the environment.
        Exit code: 0 found, 3 no such room, 1 failed, 2 wrong usage.
doctor  Tries the bot's whole configuration, and says what is wrong and what to
        do about it. It reads all the variables that the bot reads.
        Exit code: 0 all is good, 1 something is not, 2 wrong usage.
`;

const commands = { lookup: lookUpCommand, doctor: doctorCommand };

const [command, ...rest] = process.argv.slice(2);
if (command === "lookup" || command === "doctor") {
  const code = await commands[command](rest, process.env, {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  });
  // The quota still counts down the rest of its slot; nobody here waits for that. The empty write
  // comes back when what was written before is out.
  process.stdout.write("", () => process.exit(code));
} else {
  const isHelp = command === undefined || command === "help" || command === "--help";
  (isHelp ? process.stdout : process.stderr).write(usage);
  process.exitCode = isHelp ? 0 : 2;
}
