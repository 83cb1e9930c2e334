import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/page.ts";

const { openDemo } = useBrowser();

describe("the timeline", () => {
  it("tells who said what to whom, in order, to the eye and to a screen reader", async () => {
    const { write, control } = await openDemo();
    await write("/room live-room");
    const timeline = await control("Timeline");
    const interaction = timeline.getByRole("article", {
      name: "Ada Asker typed /room live-room in #support",
    });
    await interaction.getByText(/answered in .*, 1 query/).waitFor();
    const sentences = await interaction
      .getByRole("list", { name: "Steps" })
      .getByRole("listitem")
      .allInnerTexts();
    const order = [
      "hands over the command",
      "asks about live-room (get_room_info)",
      "answers (response_url)",
    ];
    const places = order.map((words) =>
      sentences.findIndex((sentence) => sentence.includes(words)),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(sentences[0]).toMatch(
      /Slack to Greenroom: hands over the command\. .* took .*acknowledged/,
    );
  });
});

describe("the weather", () => {
  it("at Tencent shows in the card, and fair weather in the next", async () => {
    const { page, write, control, channel } = await openDemo();
    const weather = await control("Weather");
    await weather.getByLabel("Trouble with all rooms").selectOption({ label: "HTTP 502" });
    await weather.getByRole("status").getByText(/502/).waitFor();
    await write("/room live-room");
    const retry = channel.getByRole("button", { name: "Try again" });
    await retry.waitFor();
    await weather.getByRole("button", { name: "Fair weather at Tencent" }).click();
    await retry.click();
    await channel.getByRole("heading", { name: "Friday night karaoke" }).waitFor();
    expect(await page.getByRole("tab", { name: /^Weather/ }).innerText()).not.toContain("not fair");
  });

  it("at Slack delays an answer, and none is lost", async () => {
    const { write, control, channel } = await openDemo();
    const weather = await control("Weather");
    const form = weather.getByRole("form", { name: "Rate limit" });
    await form.getByLabel("Calls").fill("1");
    await form.getByLabel("Retry-After in s").fill("1");
    await form.getByRole("button", { name: "Set rate limit" }).click();
    await weather
      .getByText(/1 fault/)
      .first()
      .waitFor();
    await write("@greenroom live-8821");
    await channel.getByRole("button", { name: /^1 reply/ }).waitFor();
    const timeline = await control("Timeline");
    await timeline.getByText(/429/).first().waitFor();
    expect(await channel.getByRole("button", { name: /^1 reply/ }).count()).toBe(1);
  });

  it("in Socket Mode cuts the sockets, and the bot comes back to answer", async () => {
    const { write, control, channel } = await openDemo(["--socket"]);
    const weather = await control("Weather");
    await weather.getByRole("button", { name: "Cut the connection" }).click();
    await weather.getByText("no open connection").first().waitFor();
    // Two sockets side by side, so that the bot answers while Slack refreshes one of them.
    const sockets = weather.getByText("Open sockets").locator("xpath=following-sibling::dd");
    await expect.poll(() => sockets.innerText(), { timeout: 20_000 }).toBe("2");
    await write("/room live-room");
    await channel.getByRole("heading", { name: "Friday night karaoke" }).waitFor();
    expect(await channel.innerText()).not.toContain("failed with the error");
  });
});

describe("looking as somebody else", () => {
  it("shows a guest that the bot answers them nothing", async () => {
    const { page, write, channel } = await openDemo();
    await page.getByRole("combobox", { name: "Look as" }).selectOption("Gil Guest (guest)");
    await expect.poll(() => page.getByRole("button", { name: /^live-alerts/ }).count()).toBe(0);
    await write("/room live-room");
    const answer = channel.getByRole("article").filter({ hasText: "Only visible to you" });
    await answer.waitFor();
    expect(await answer.innerText()).not.toContain("karaoke");
    expect(await answer.innerText()).toMatch(/guest/i);
  });
});

describe("the bot's log", () => {
  it("shows its lines, and has the interaction of an answer", async () => {
    const { write, control } = await openDemo();
    await write("/room live-room");
    const log = await control("Log");
    await log.getByText("Greenroom is ready").waitFor();
    await log.getByLabel("Filter the log").fill("answered");
    await log.getByText("live-room").first().waitFor();
    expect(await log.getByText("Greenroom is ready").count()).toBe(0);
  });
});
