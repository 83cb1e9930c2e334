import { describe, expect, it } from "vitest";
import { useBrowser, type OpenPage } from "../support/page.ts";

const { openDemo } = useBrowser();

const cardOf = ({ page, channel }: OpenPage, title: string) =>
  channel.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) });

describe("somebody who asks about a room", () => {
  it("sees its card, dissolves the room on the control side, and sees the card change", async () => {
    const open = await openDemo();
    await open.write("/room live-room");
    const card = cardOf(open, "Friday night karaoke");
    await card.waitFor();
    // What only a right reading of integers shows.
    expect(await card.innerText()).toContain("144115233775727695");
    expect(await card.innerText()).toContain("Only visible to you");

    const rooms = await open.control("Rooms");
    const room = rooms.getByRole("group", { name: "Room live-room" });
    await room.getByText("live-room", { exact: true }).click();
    await room.getByRole("button", { name: "Dissolve" }).click();
    await room.waitFor({ state: "detached" });

    await card.getByRole("button", { name: "Refresh" }).click();
    await cardOf(open, "No room with this ID right now").waitFor();
    expect(await open.channel.innerText()).toContain("100004");
    // The card was edited in place, and no second one came.
    expect(await open.channel.getByText("Friday night karaoke").count()).toBe(0);
  });

  it("is told who acts where the people who run the bot have to", async () => {
    const open = await openDemo();
    await open.write("/room unpaid-room");
    const card = cardOf(open, "The app's plan at Tencent has lapsed or is unpaid");
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toContain("Who acts: The people who run this bot.");
    expect(text).toContain("Code 60020");
    expect(text).toMatch(/RequestId Id-[0-9a-f]{32}/);
  });

  it("sees what changed when they refresh a card", async () => {
    const open = await openDemo();
    await open.write("/room live-8821");
    const card = cardOf(open, "Night market tour 🏮");
    await card.waitFor();
    const rooms = await open.control("Rooms");
    const room = rooms.getByRole("group", { name: "Room live-8821" });
    await room.getByText("live-8821", { exact: true }).click();
    await room.getByRole("button", { name: "+100 entries" }).click();
    await room.getByRole("button", { name: "Mute" }).click();
    await room.getByRole("button", { name: "Unmute" }).waitFor();
    await card.getByRole("button", { name: "Refresh" }).click();
    await card.getByText(/100 more entries/).waitFor();
    expect(await card.innerText()).toContain("chat was muted for everyone");
  });

  it("shares a card with the channel, where a colleague sees it too", async () => {
    const open = await openDemo();
    await open.write("/room live-room");
    const card = cardOf(open, "Friday night karaoke");
    await card.getByRole("button", { name: "Share to channel" }).click();
    await expect.poll(() => card.count()).toBe(2);
    await open.page.getByRole("combobox", { name: "Look as" }).selectOption("Grace Colleague");
    await expect.poll(() => card.count()).toBe(1);
    expect(await card.innerText()).not.toContain("Only visible to you");
  });

  it("makes a room on the control side, and finds it", async () => {
    const open = await openDemo();
    const rooms = await open.control("Rooms");
    const form = rooms.getByRole("form", { name: "Create a room" });
    await form.getByLabel("Room ID").fill("a & <b>");
    await form.getByLabel("Name").fill("Signs & wonders <i>");
    await form.getByRole("button", { name: "Create" }).click();
    await rooms.getByRole("group", { name: "Room a & <b>" }).waitFor();
    await open.write("/room a & <b>");
    const card = cardOf(open, "Signs & wonders <i>");
    await card.waitFor();
    expect(await card.innerText()).toContain("a & <b>");
  });
});

describe("somebody who types a command by keyboard alone", () => {
  it("is offered what the manifest has, and presses the card's button", async () => {
    const open = await openDemo();
    const { page } = open;
    const composer = page.getByRole("textbox", { name: "Message #support" });
    await composer.focus();
    await page.keyboard.type("/");
    const commands = page.getByRole("listbox", { name: "Commands" });
    const option = commands.getByRole("option", { selected: true });
    await option.waitFor();
    expect(await option.innerText()).toContain("/room");
    expect(await option.innerText()).toContain("<room ID> [--share]");
    expect(await commands.getByRole("option").allInnerTexts()).toEqual([
      expect.stringContaining("/room"),
      expect.stringContaining("/invite"),
    ]);
    await page.keyboard.press("Tab");
    await page.keyboard.type("live-room");
    await page.keyboard.press("Enter");
    const card = cardOf(open, "Friday night karaoke");
    await card.waitFor();
    // From the composer back into the newest message, and on to its first button.
    const focused = card.locator("button:focus", { hasText: "Refresh" });
    for (let steps = 0; steps < 12; steps += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.keyboard.press("Shift+Tab");
      // oxlint-disable-next-line no-await-in-loop
      if ((await focused.count()) === 1) break;
    }
    expect(await focused.count()).toBe(1);
    await page.keyboard.press("Enter");
    const timeline = await open.control("Timeline");
    await timeline.getByRole("article", { name: /Ada Asker pressed Refresh/ }).waitFor();
  });

  it("is told in Slack's place that a command is unknown, and nothing is lost", async () => {
    const { page, write } = await openDemo();
    await write("/rom live-room");
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.innerText()).toContain("/rom");
    expect(await page.getByRole("textbox", { name: "Message #support" }).inputValue()).toBe(
      "/rom live-room",
    );
  });
});
