import { afterEach, describe, expect, it, vi } from "vitest";
import { interactionsIn } from "../support/log-lines.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

const deadlineMs = 2_400;
const commands = 50;

describe.each(modes)("with Tencent hung, 50 commands at once over %s", (mode) => {
  let stage: Stage;
  afterEach(() => stage.close());

  it("are all acknowledged in time and all answered within the deadline", async () => {
    stage = await setStage(mode, {
      figures: {
        queryTimeoutMs: 600,
        shortestTryMs: 600,
        lookUpDeadlineMs: deadlineMs,
        underWayMs: 10_000,
      },
    });
    stage.tencent.weather.set({ kind: "hang" });
    const sent = await Promise.all(
      Array.from({ length: commands }, (_, index) =>
        stage.slack.command({ text: `hung-${index}` }),
      ),
    );
    // How fast is measured by the slow project, where no other test runs beside it.
    expect(sent.filter(({ ack }) => !ack.ok || ack.late)).toEqual([]);
    const answers = await Promise.all(
      sent.map(async (interaction) => {
        const [card] = await interaction.settled();
        return card?.text ?? "";
      }),
    );
    // From a command's arrival to its answer's, as the bot measures it: what the start of fifty
    // commands costs this machine is no part of the deadline.
    await vi.waitFor(() => expect(interactionsIn(stage.log)).toHaveLength(commands));
    const slowest = Math.max(...interactionsIn(stage.log).map(({ ms }) => Number(ms)));
    expect(slowest).toBeLessThan(deadlineMs + 500);
    for (const text of answers) expect(text).toContain("Tencent did not answer in time");
    expect(stage.slack.workspace.messages).toHaveLength(commands);
  });
});
