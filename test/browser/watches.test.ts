import { expect, it } from "vitest";
import { useBrowser } from "../support/page.ts";

const { openDemo } = useBrowser();

it("a watch keeps its card true from its start to the end of the room", async () => {
  const { page, channel, thread, write, control } = await openDemo();
  await write("/room watch live-8821 for 2h");
  const card = channel.getByRole("article").filter({ hasText: "This card is watched until" });
  await card.getByRole("heading", { name: /Night market tour/ }).waitFor();
  expect(await card.innerText()).not.toContain("Only visible to you");

  const rooms = await control("Rooms");
  const room = rooms.getByRole("group", { name: "Room live-8821" });
  await room.getByText("live-8821", { exact: true }).click();
  await room.getByRole("button", { name: "Mute" }).click();
  // Read every 5 s after its start, and edited at most once in 10 s.
  const replies = card.getByRole("button", { name: /^1 reply/ });
  await replies.waitFor({ timeout: 30_000 });
  await card.getByText(/Chat is muted for everyone/).waitFor({ timeout: 30_000 });
  await replies.click();
  await thread.getByText(/Chat was muted for everyone/).waitFor();

  await room.getByRole("button", { name: "Dissolve" }).click();
  await thread.getByText(/The room has gone, and the watch has ended/).waitFor({ timeout: 30_000 });
  const ended = channel.getByRole("article").filter({ hasText: "so the watch has ended" });
  await ended.waitFor({ timeout: 30_000 });
  expect(await ended.innerText()).toContain("100004");
  expect(await ended.getByRole("button", { name: "Stop watching" }).count()).toBe(0);
  expect(await page.getByText("This card is watched until").count()).toBe(0);
}, 120_000);

it("a watch is listed, and stopped by a press", async () => {
  const { channel, write } = await openDemo();
  await write("/room live-room");
  await channel.getByRole("button", { name: "Watch" }).click();
  const stop = channel.getByRole("button", { name: "Stop watching" });
  await stop.waitFor();
  await write("/room watches");
  const list = channel.getByRole("article").filter({ hasText: "Rooms that are watched" });
  await list.waitFor();
  expect(await list.innerText()).toContain("live-room");
  await stop.click();
  await channel.getByText(/Ada Asker.* stopped this watch/).waitFor({ timeout: 30_000 });
}, 90_000);
