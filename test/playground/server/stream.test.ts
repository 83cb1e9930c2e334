import { describe, expect, it } from "vitest";
import { people, places } from "../../../simulator/slack/seed.ts";
import { startPlayground } from "../../support/playground.ts";

describe("a page's stream", () => {
  it("begins with everything, and then sends what changes alone", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    expect(page.rows("scene")[0]).toMatchObject({ viewer: people.asker, mode: "http" });
    expect(page.rows("room").map(({ id }) => id)).toContain("live-room");
    const before = page.changes.length;

    await act({ kind: "change-room", room: "live-room", change: { isMuted: true } });
    await page.until(
      () => page.rows("room").find(({ isMuted, id }) => isMuted && id === "live-room"),
      "the mute",
    );
    const later = page.changes.slice(before);
    expect(later.flatMap(({ set }) => set.map(({ table, id }) => `${table} ${id}`))).toEqual([
      "room live-room",
    ]);
  });

  it("tells of what is gone", async () => {
    const { look, act } = await startPlayground();
    const page = await look();
    await act({ kind: "dissolve-room", room: "live-room" });
    await page.until(() => page.changes.find(({ gone }) => gone.length > 0), "what is gone");
    expect(page.changes.at(-1)?.gone).toEqual([{ table: "room", id: "live-room" }]);
    expect(page.rows("room").map(({ id }) => id)).not.toContain("live-room");
  });

  it("shows an answer for the asker alone to nobody else", async () => {
    const { look, act } = await startPlayground();
    const [ada, grace] = [await look(people.asker), await look(people.colleague)];
    await act({ kind: "command", channel: places.support, command: "/room", text: "live-room" });
    const card = await ada.until(() => ada.rows("message")[0], "the card");
    expect(card).toMatchObject({ isEphemeral: true, author: { name: "Greenroom", kind: "app" } });
    await act({ kind: "say", channel: places.support, text: "for all" });
    await grace.until(() => grace.rows("message").find(({ text }) => text === "for all"), "a word");
    expect(grace.rows("message")).toHaveLength(1);
  });

  it("shows nobody a channel that they are not in", async () => {
    const { look, act } = await startPlayground();
    const guest = await look(people.guest);
    expect(guest.rows("channel").map(({ name }) => name)).toEqual(["support"]);
    await act({ kind: "say", channel: places.backstage, text: "secret" });
    await act({ kind: "say", channel: places.support, text: "open" });
    await guest.until(() => guest.rows("message").find(({ text }) => text === "open"), "a word");
    expect(guest.rows("message").map(({ text }) => text)).toEqual(["open"]);
  });

  it("keeps the newest of each channel, and the first message of a thread that goes on", async () => {
    const { look, slack } = await startPlayground();
    const { workspace } = slack;
    const post = (channel: string, text: string, threadTs?: string) =>
      workspace.post({ channel, user: people.asker, via: "user", text, threadTs });
    post(places.support, "in support");
    const first = post(places.lobby, "the first");
    for (let count = 0; count < 300; count += 1) post(places.lobby, `word ${count}`);
    post(places.lobby, "a reply", first.ts);
    const page = await look();
    const texts = page.rows("message").map(({ text }) => text);
    expect(texts).toContain("in support");
    expect(texts).toContain("the first");
    expect(texts).not.toContain("word 0");
    expect(texts.filter((text) => text.startsWith("word"))).toHaveLength(199);
    const older = page.rows("channel").filter(({ hasOlder }) => hasOlder);
    expect(older.map(({ name }) => name)).toEqual(["lobby"]);
  });

  it("takes somebody unknown for the first of the people", async () => {
    const { look } = await startPlayground();
    const page = await look("U0NOBODY");
    expect(page.rows("scene")[0]?.viewer).toBe(people.asker);
  });

  it("keeps an owner beyond 2^53 digit for digit", async () => {
    const { look } = await startPlayground();
    const page = await look();
    const room = page.rows("room").find(({ id }) => id === "live-room");
    expect(room?.owner).toBe("144115233775727695");
  });

  it("shows the newest lines of the bot's log", async () => {
    const { look, act, logLines } = await startPlayground();
    const page = await look();
    logLines.push({ number: 7, line: '{"msg":"interaction"}' });
    await act({ kind: "say", channel: places.support, text: "hello" });
    await page.until(() => page.rows("log")[0], "the line");
    expect(page.rows("log")).toEqual([{ line: '{"msg":"interaction"}' }]);
  });
});
