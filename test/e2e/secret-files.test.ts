import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startBotProgram } from "../support/program.ts";
import { environmentFor, modes, secrets, startStandIns } from "../support/stage.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const names = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "TENCENT_SECRET_KEY",
] as const;

/** The same environment, with each secret moved into a file. */
function withFiles(environment: Record<string, string>): Record<string, string> {
  const folder = temporaryFolder();
  const moved = { ...environment };
  for (const name of names) {
    const secret = moved[name];
    if (secret === undefined) continue;
    delete moved[name];
    const path = join(folder, name.toLowerCase());
    writeFileSync(path, `${secret}\n`, { mode: 0o400 });
    moved[`${name}_FILE`] = path;
  }
  return moved;
}

it.each(modes)(
  "a bot whose secrets come in files answers, and takes them out of its log (%s)",
  async (mode) => {
    const { slack, tencent } = await startStandIns();
    const environment = { ...environmentFor(mode, slack, tencent), LOG_LEVEL: "debug" };
    const { program, url } = await startBotProgram(withFiles(environment));
    if (mode === "http") slack.requestUrl = `${url}/slack/events`;
    // Somebody pastes a secret in the place of a room's ID: the log names what was asked for.
    const pasted = mode === "http" ? secrets.signingSecret : secrets.appToken;
    const asked = await slack.command({ text: `"${pasted}"` });
    await asked.settled();
    expect(asked.posts).toHaveLength(1);
    await program.written(/"room":"\[secret\]".*"interaction"/);
    program.signal("SIGTERM");
    expect(await program.ended).toBe(0);
    for (const secret of Object.values(secrets)) {
      expect(program.out + program.err).not.toContain(secret);
    }
    await Promise.all([slack.close(), tencent.close()]);
  },
);
