import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "../support/stage.ts";

const commands = 1_000;

describe("many who ask about one room", () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const queries = (room = "live-room") => stage.tencent.stats().byRoom.get(room) ?? 0;

  async function ask(text = "live-room"): Promise<string> {
    const interaction = await stage.slack.command({ text });
    const [card] = await interaction.settled(1, 15_000);
    return card?.text ?? "";
  }

  it("cost one query when 1,000 ask at once, and each gets the card", async () => {
    stage = await setStage("http", {
      figures: { rememberMs: 60_000, underWayMs: 60_000 },
      slack: { ackLimitMs: 15_000 },
    });
    // Long enough for most of them to come while the question is under way.
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 1_500 });
    const answers = await Promise.all(Array.from({ length: commands }, () => ask()));
    for (const text of answers) expect(text).toContain("Friday night karaoke");
    expect(answers).toHaveLength(commands);
    expect(queries()).toBe(1);
  });

  it("are answered from memory for the time it is kept, then Tencent is asked again", async () => {
    const rememberMs = 400;
    stage = await setStage("http", { figures: { rememberMs } });
    await ask();
    stage.tencent.rooms.update("live-room", { RoomName: "Renamed" });
    expect(await ask()).toContain("Friday night karaoke");
    expect(queries()).toBe(1);
    await wait(rememberMs + 50);
    expect(await ask()).toContain("Renamed");
    expect(queries()).toBe(2);
  });

  it("read when the remembered answer was read", async () => {
    stage = await setStage("http", { figures: { rememberMs: 60_000 } });
    const first = await ask();
    expect(await ask()).toBe(first);
    expect(first).toMatch(/Read \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  });

  it("are answered from memory that a room is missing, but not that a look-up failed", async () => {
    stage = await setStage("http", { figures: { rememberMs: 60_000 } });
    await ask("gone-room");
    await ask("gone-room");
    expect(queries("gone-room")).toBe(1);
    await ask("unpaid-room");
    await ask("unpaid-room");
    expect(queries("unpaid-room")).toBe(2);
  });

  it("get a new answer with Refresh, which is remembered in its turn", async () => {
    stage = await setStage("http", { figures: { rememberMs: 60_000 } });
    const interaction = await stage.slack.command({ text: "live-room" });
    const [card] = await interaction.settled();
    if (card === undefined) throw new Error("no card came");
    stage.tencent.rooms.update("live-room", { RoomName: "Renamed" });
    const pressed = await stage.slack.press(card, "room_refresh");
    await pressed.settled();
    expect(card.text).toContain("Renamed");
    expect(queries()).toBe(2);
    expect(await ask()).toContain("Renamed");
    expect(queries()).toBe(2);
  });

  it("are kept apart by capital letters and blanks in the ID", async () => {
    stage = await setStage("http", { figures: { rememberMs: 60_000 } });
    stage.tencent.rooms.create({ RoomId: "Live-room", RoomName: "Capital" });
    expect(await ask()).toContain("Friday night karaoke");
    expect(await ask("Live-room")).toContain("Capital");
    expect(await ask('"live-room "')).toContain("No room with this ID");
  });
});
