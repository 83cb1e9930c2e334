import { describe, expect, it } from "vitest";
import { useBrowser, type OpenPage } from "../support/page.ts";

const { openDemo } = useBrowser();

async function sendAlert(open: OpenPage, room: string, from = "Grafana"): Promise<void> {
  const form = (await open.control("Alerts")).getByRole("form", { name: "Send an alert" });
  await form.getByLabel("From").selectOption(from);
  await form.getByLabel("Room ID").fill(room);
  await form.getByRole("button", { name: "Send the alert" }).click();
}

const pick = async (open: OpenPage, message: RegExp, item: string): Promise<void> => {
  const article = open.channel.getByRole("article").filter({ hasText: message });
  await article.hover();
  await article.getByRole("button", { name: "More actions" }).click();
  await open.page.getByRole("menuitem", { name: item }).click();
};

describe("an alert", () => {
  it("gets the room's status in its thread, of which the page tells elsewhere", async () => {
    const open = await openDemo();
    await sendAlert(open, "muted-room");
    const toast = open.page.getByRole("region", { name: "Notifications" }).getByRole("listitem");
    await toast.waitFor();
    expect(await toast.innerText()).toContain("Greenroom replied in a thread in #live-alerts");
    await toast.getByRole("button", { name: "Open thread" }).click();
    await open.thread.getByRole("heading", { name: /Product launch/ }).waitFor();
    expect(await open.thread.innerText()).toContain("muted for everyone");
    expect(await open.channel.innerText()).toContain("live-alerts");
    await expect.poll(() => toast.count()).toBe(0);
  });

  it("has its room looked up by the message shortcut, with the card in the thread", async () => {
    const open = await openDemo();
    await open.goTo("support");
    const form = (await open.control("Alerts")).getByRole("form", { name: "Send an alert" });
    // In a channel where the bot does not answer alerts by itself.
    await form.getByLabel("Channel").selectOption("#support");
    await form.getByLabel("Room ID").fill("live-8821");
    await form.getByRole("button", { name: "Send the alert" }).click();
    await pick(open, /Room join errors/, "Look up room");
    await open.channel.getByRole("button", { name: /^1 reply/ }).click();
    const card = open.thread.getByRole("article").filter({ hasText: "Night market tour" });
    await card.waitFor();
    expect(await card.innerText()).toContain("Room ID");
  });

  it.each(["PagerDuty", "Sentry", "live-watch"])(
    "of %s is drawn, and its room found",
    async (from) => {
      const open = await openDemo();
      await open.goTo("live-alerts");
      await sendAlert(open, "live-8821", from);
      await open.channel.getByRole("button", { name: /^1 reply/ }).click();
      const status = open.thread.getByRole("article").filter({ hasText: "Night market tour" });
      await status.waitFor();
      expect(await status.innerText()).toContain("guide-mei");
    },
  );
});

describe("a thread", () => {
  it("takes a mention, and refuses a slash command as Slack does", async () => {
    const open = await openDemo();
    await pick(open, /A customer writes/, "Reply in thread");
    const reply = open.thread.getByRole("textbox", { name: "Reply to thread" });
    await reply.fill("/room live-8821");
    await reply.press("Enter");
    await open.thread.getByRole("alert").waitFor();
    expect(await open.thread.getByRole("alert").innerText()).toContain("can't be used in threads");

    await reply.fill("@greenroom live-8821");
    await reply.press("Enter");
    const card = open.thread.getByRole("article").filter({ hasText: "Night market tour" });
    await card.waitFor();
    expect(await card.innerText()).not.toContain("Only visible to you");
    // Escape leads back to the channel.
    await open.page.keyboard.press("Escape");
    await open.thread.waitFor({ state: "detached" });
  });

  it("stays open over a reload", async () => {
    const open = await openDemo();
    await pick(open, /A customer writes/, "Reply in thread");
    await open.thread.waitFor();
    await open.page.reload();
    await open.thread.getByText(/A customer writes/).waitFor();
    expect(open.page.url()).toMatch(/thread=\d+\.\d{6}/);
  });
});

describe("a link to a room in the operator's console", () => {
  it("unfolds into the room's status", async () => {
    const open = await openDemo();
    await open.write("see https://console.example.com/room/live-room");
    const message = open.channel.getByRole("article").filter({ hasText: "console.example.com" });
    await message.getByText("Friday night karaoke").waitFor();
    const link = message.getByRole("link").first();
    expect(await link.getAttribute("href")).toBe("https://console.example.com/room/live-room");
    expect(await link.getAttribute("rel")).toContain("noopener");
  });
});
