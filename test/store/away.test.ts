import { expect, it } from "vitest";
import { startProxy } from "../../simulator/network/proxy.ts";
import { countsOf, scrape } from "../support/metrics.ts";
import { setStage } from "../support/stage.ts";
import { freshPlace, kinds } from "./stores.ts";

it.runIf(kinds.length > 1)(
  "a bot whose PostgreSQL goes away answers on, warns on /readyz, and recovers",
  async () => {
    const place = await freshPlace("postgres");
    if (place.kind !== "postgres") throw new Error("no PostgreSQL");
    const proxy = await startProxy(place.url);
    const stage = await setStage("http", {
      environment: { DATABASE_URL: proxy.url },
      figures: { storeNewsMs: 0, healthWaitMs: 300, handledMs: 100 },
    });
    const readyz = async () => {
      const answer = await fetch(`${stage.botUrl}/readyz`);
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    expect(await readyz()).toEqual({ status: "ready", reasons: [] });
    proxy.pause();
    expect(await readyz()).toMatchObject({
      status: "ready",
      reasons: [],
      warnings: [{ reason: "store-failing" }],
    });
    const samples = await scrape(stage.botUrl);
    expect(countsOf(samples, "greenroom_warning")).toEqual({ "store-failing": 1 });
    expect(countsOf(samples, "greenroom_ready")).toEqual({ "": 1 });
    expect(samples.filter(({ name }) => name === "greenroom_watches")).toEqual([]);
    const [card] = await (await stage.slack.command({ text: "live-room" })).settled();
    expect(card?.text).toContain("Friday night karaoke");
    proxy.resume();
    await expect.poll(readyz, { timeout: 5_000 }).toEqual({ status: "ready", reasons: [] });
    await stage.close();
    await proxy.close();
  },
);
