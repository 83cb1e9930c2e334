import { afterAll, describe, expect, it, vi } from "vitest";
import { startProxy, type Proxy } from "../../../simulator/network/proxy.ts";
import { BOT_USER, places } from "../../../simulator/slack/seed.ts";
import { freshPlace, kinds } from "../../store/stores.ts";
import { answerTo, faultStage } from "../../support/fault-stage.ts";
import { programs, runProgram } from "../../support/program.ts";
import { environmentFor, startStandIns, type Stage } from "../../support/stage.ts";
import { briskWatches } from "../../support/watch-figures.ts";

const patient = { timeout: 20_000 };
const hasPostgres = kinds.some((kind) => kind === "postgres");

const proxies: Proxy[] = [];
afterAll(() => Promise.all(proxies.map((proxy) => proxy.close())));

/** A bot whose way to its PostgreSQL can be cut. */
async function stageWithProxy(): Promise<{ stage: Stage; proxy: Proxy }> {
  const place = await freshPlace("postgres");
  if (place.kind !== "postgres") throw new Error("not a PostgreSQL");
  const proxy = await startProxy(place.url.replace("postgres://", "http://"));
  proxies.push(proxy);
  const stage = await faultStage("http", {
    // What was claimed in words that nobody heard comes free again by itself, here sooner.
    figures: { ...briskWatches, storeMs: 500, handledMs: 300, claimMs: 3_000 },
    environment: { DATABASE_URL: proxy.url.replace("http://", "postgres://") },
    slack: { channelBurst: 100 },
  });
  return { stage, proxy };
}

const mention = ({ slack }: Stage) =>
  slack.say({ channel: places.support, text: `<@${BOT_USER}> quiet-room` });

const publicCards = ({ slack }: Stage, text: string) =>
  slack.workspace.messages.filter(
    (message) => message.user === BOT_USER && message.text.includes(text),
  );

describe.skipIf(!hasPostgres)("PostgreSQL", { timeout: 60_000 }, () => {
  it("PostgreSQL can't be reached at the start", async () => {
    const { slack, tencent } = await startStandIns();
    const program = runProgram(programs.bot, [], {
      ...environmentFor("http", slack, tencent),
      DATABASE_URL: "postgres://greenroom:hunter2hunter2@127.0.0.1:1/greenroom",
    });
    // A supervisor starts it again: the database may be starting as well.
    expect(await program.ended).toBe(1);
    expect(program.out).toContain("Check DATABASE_URL");
    expect(program.out).not.toContain("hunter2");
    await Promise.all([slack.close(), tencent.close()]);
  });

  it("PostgreSQL hangs in the middle of a run", async () => {
    const { stage, proxy } = await stageWithProxy();
    const { slack, tencent } = stage;
    await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    proxy.pause();
    const said = await mention(stage);
    expect(said.events.every(({ tries }) => tries.every(({ ok }) => ok))).toBe(true);
    await vi.waitFor(() => expect(publicCards(stage, "Quiet reading")).toHaveLength(1), patient);
    expect((await answerTo(slack, "quiet-room")).words).toContain("Quiet reading");
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    proxy.resume();
    // Its watches go on by themselves.
    await vi.waitFor(
      () => expect(publicCards(stage, "Chat was muted for everyone")).toHaveLength(1),
      patient,
    );
  });

  it("PostgreSQL drops its connections in the middle of a run", async () => {
    const { stage, proxy } = await stageWithProxy();
    const { slack, tencent } = stage;
    await (await slack.command({ text: "watch live-room" })).settled(1, 15_000);
    for (let time = 0; time < 3; time += 1) {
      proxy.resetAll();
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await answerTo(slack, "quiet-room")).words).toContain("Quiet reading");
    }
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    await vi.waitFor(
      () => expect(publicCards(stage, "Chat was muted for everyone")).toHaveLength(1),
      patient,
    );
    const [list] = await (await slack.command({ text: "watches" })).settled(1, 15_000);
    expect(list?.text).toContain("live-room");
  });
});
