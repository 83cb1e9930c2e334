import { describe, expect, it, vi } from "vitest";
import { BOT_USER, places } from "../../simulator/slack/seed.ts";
import { setStage } from "../support/stage.ts";
import { briskWatches } from "../support/watch-figures.ts";
import { freshPlace, kinds } from "./stores.ts";

describe.each(kinds)("the whole bot, on %s", (kind) => {
  it("watches a room from start to end, and keeps what a thread has", async () => {
    const place = await freshPlace(kind);
    const environment: Record<string, string> =
      place.kind === "postgres" ? { DATABASE_URL: place.url } : { DATA_DIR: place.folder };
    const stage = await setStage("http", { figures: briskWatches, environment });
    const { slack, tencent } = stage;
    const { message: root } = await slack.say({ channel: places.support, text: "silent?" });
    const say = (text: string) =>
      slack.say({ channel: places.support, thread: root.ts, text: `<@${BOT_USER}> ${text}` });
    await say("live-room");
    await say("watch live-room");
    const inThread = () =>
      slack.workspace
        .replies(places.support, root.ts)
        .filter(({ user, ephemeralTo }) => user === BOT_USER && ephemeralTo === undefined)
        .map(({ text }) => text);
    await vi.waitFor(() => expect(inThread()[0]).toContain("This card is watched until"), 5_000);
    tencent.rooms.update("live-room", { IsMessageDisabled: true });
    await vi.waitFor(() => expect(inThread()[1]).toContain("Chat was muted for everyone."), 5_000);
    tencent.rooms.dissolve("live-room");
    await vi.waitFor(() => expect(inThread()[2]).toContain("The room has gone"), 5_000);
    await vi.waitFor(() => expect(inThread()[0]).toContain("so the watch has ended"), 5_000);
    expect(inThread()).toHaveLength(3);
    const warnings = stage.log.filter((line) => /"level":"(?:warn|error)"/.test(line));
    expect(warnings).toEqual([]);
    await stage.close();
  });
});
