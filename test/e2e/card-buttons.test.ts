import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { modes, setStage, type Stage } from "../support/stage.ts";

describe.each(modes)("the buttons of a card over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode);
  });
  afterEach(() => stage.close());

  async function cardOf(text: string, channel: string = places.support) {
    const interaction = await stage.slack.command({ text, channel });
    const message = (await interaction.settled())[0];
    if (message === undefined) throw new Error("no card came");
    return message;
  }

  it("Refresh asks Tencent again and edits the card in place, for the asker alone", async () => {
    const card = await cardOf("live-room");
    stage.tencent.rooms.update("live-room", { IsMessageDisabled: true });
    const pressed = await stage.slack.press(card, "room_refresh");
    await pressed.settled();
    expect(card.edits).toHaveLength(1);
    expect(card.visibility).toBe("ephemeral");
    expect(card.text).toContain("Muted for everyone");
    expect(card.text).toContain(
      "Changed since this card was last read: chat was muted for everyone.",
    );
    expect(stage.tencent.stats().queries).toBe(2);
  });

  it("Refresh of a shared card edits it for everyone and keeps it shared", async () => {
    const card = await cardOf("live-room --share");
    stage.tencent.rooms.dissolve("live-room");
    const pressed = await stage.slack.press(card, "room_refresh");
    await pressed.settled();
    expect(card.visibility).toBe("in_channel");
    expect(card.edits).toHaveLength(1);
    expect(card.text).toContain("No room with this ID right now");
    expect(JSON.stringify(card.raw)).not.toContain("room_share");
    expect(card.text).toContain("Changed since this card was last read: the room has gone.");
  });

  it("Share posts the card to the channel", async () => {
    const card = await cardOf("live-room", places.backstage);
    const pressed = await stage.slack.press(card, "room_share");
    const [shared] = await pressed.settled();
    expect(shared?.visibility).toBe("in_channel");
    expect(shared?.channel).toBe(places.backstage);
    expect(shared?.ts).not.toBe(card.ts);
    expect(card.edits).toHaveLength(0);
  });

  it("Share shows nothing to a channel that the bot is not in, and says how to invite it", async () => {
    const card = await cardOf("live-room", places.board);
    const pressed = await stage.slack.press(card, "room_share");
    const [told] = await pressed.settled();
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("/invite @Greenroom");
    expect(card.edits).toHaveLength(0);
  });

  it("Share is not offered in direct messages, where there is no channel", async () => {
    const card = await cardOf("live-room", places.peopleDm);
    expect(JSON.stringify(card.raw)).not.toContain("room_share");
    await (await stage.slack.press(card, "room_refresh")).settled();
    expect(card.edits).toHaveLength(1);
    expect(JSON.stringify(card.raw)).not.toContain("room_share");
  });

  it("leaves a card as it is when its refresh fails, and tells the one who pressed", async () => {
    const card = await cardOf("live-room --share");
    stage.tencent.weather.setForRoom("live-room", { kind: "code", code: 60020 });
    const pressed = await stage.slack.press(card, "room_refresh");
    const [told] = await pressed.settled();
    expect(card.edits).toHaveLength(0);
    expect(told?.visibility).toBe("ephemeral");
    expect(told?.text).toContain("60020");
  });

  it("Try again puts the room in the place of the problem", async () => {
    stage.tencent.weather.setForRoom("live-room", { kind: "code", code: 60020 });
    const card = await cardOf("live-room");
    expect(card.text).toContain("60020");
    stage.tencent.weather.setForRoom("live-room", null);
    const pressed = await stage.slack.press(card, "room_retry");
    await pressed.settled();
    expect(card.edits).toHaveLength(1);
    expect(card.text).toContain("Friday night karaoke");
  });

  it("tells the one who pressed when the card is gone, and gives them the answer", async () => {
    const card = await cardOf("live-room --share");
    stage.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 300 });
    await stage.slack.press(card, "room_refresh");
    await stage.slack.deleteMessage(card);
    const [told] = await stage.slack.waitForMessages(
      ({ user, ts }) => user === BOT_USER && ts !== card.ts,
    );
    expect(told?.ephemeralTo).toBe(people.asker);
    expect(told?.text).toContain("it may have been deleted");
    expect(told?.text).toContain("Friday night karaoke");
  });

  it("carries any ID through a button unchanged", async () => {
    const id = `a&b<c>%41 "#?`;
    stage.tencent.rooms.create({ RoomId: id, RoomName: "Odd" });
    const card = await cardOf(`'${id}'`);
    expect(card.text).toContain("Odd");
    const pressed = await stage.slack.press(card, "room_refresh");
    await pressed.settled();
    expect(card.text).toContain("Odd");
    expect(stage.tencent.stats().byRoom.get(id)).toBe(2);
  });
});
