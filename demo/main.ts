import { parseArgs } from "node:util";
import type { Paper } from "./draw.ts";
import { runPrompt } from "./prompt.ts";
import { show } from "./show.ts";
import { setStage } from "./stage.ts";

const { values } = parseArgs({
  options: { once: { type: "string" }, socket: { type: "boolean", default: false } },
});

const paper: Paper = {
  columns: Math.min(process.stdout.columns ?? 100, 100) - 4,
  colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
};

const stage = await setStage({ socketMode: values.socket });
try {
  if (values.once === undefined) await runPrompt(stage, paper);
  else {
    const [command = "/room", ...words] = values.once.trim().split(" ");
    const interaction = await stage.slack.command({ command, text: words.join(" ") });
    await show(interaction, paper, (text) => void process.stdout.write(`${text}\n`));
  }
} finally {
  await stage.close();
}
