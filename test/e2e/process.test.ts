import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { startBotProgram } from "../support/program.ts";
import { environmentFor, modes, startStandIns, type Mode } from "../support/stage.ts";

/** The built bot as a process between stand-ins of its own. */
async function start(mode: Mode) {
  const { slack, tencent } = await startStandIns();
  const { program, url } = await startBotProgram(environmentFor(mode, slack, tencent));
  if (mode === "http") slack.requestUrl = `${url}/slack/events`;
  const end = () => Promise.all([slack.close(), tencent.close()]);
  return { slack, tencent, program, url, end };
}

describe.concurrent.each(modes)("the program over %s", (mode) => {
  it("answers a command as Slack would send it, and tells that it is well", async () => {
    const { slack, url, end } = await start(mode);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "alive" });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "ready", reasons: [] });
    const interaction = await slack.command({ text: "live-room" });
    expect(interaction.ack).toMatchObject({ ok: true, status: 200 });
    const [card] = await interaction.settled();
    expect(card?.text).toContain("144115233775727695");
    expect(card?.visibility).toBe("ephemeral");
    await end();
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "on %s answers what is in flight, ends with 0",
    async (name) => {
      const { slack, tencent, program, end } = await start(mode);
      await wait(1_000);
      tencent.weather.setForRoom("muted-room", { kind: "slow", ms: 700 });
      const interaction = await slack.command({ text: "muted-room" });
      await vi.waitFor(() => expect(tencent.stats().queries).toBe(1));
      expect(interaction.messages).toEqual([]);
      program.signal(name);
      expect(await program.ended).toBe(0);
      expect(interaction.messages[0]?.text).toContain("Product launch");
      expect(program.err).toBe("");
      await end();
    },
  );
});

describe.concurrent("the program, when something odd happens", () => {
  it("lives on after a signed request whose body is JSON without content", async () => {
    const { slack, program, url, end } = await start("http");
    for (const body of ["null", "[]", '"text"', "1"]) {
      // oxlint-disable-next-line no-await-in-loop -- each alone, to see which one does harm
      await slack.deliver({ body, contentType: "application/json" }).catch(() => undefined);
    }
    expect(program.out).not.toContain("this process ends");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await end();
  });
});
