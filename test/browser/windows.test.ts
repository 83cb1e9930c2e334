import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/page.ts";

const { openDemo } = useBrowser();

describe("the window for looking up a room", () => {
  it("offers the rooms of a message, and the card of the chosen one comes into its thread", async () => {
    const { page, channel, thread } = await openDemo();
    const message = channel.getByRole("article").filter({ hasText: "Two more" });
    await message.hover();
    await message.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Look up room" }).click();
    const dialog = page.getByRole("dialog", { name: "Look up a room" });
    await dialog.getByRole("radio", { name: "muted-room" }).check();
    await dialog.getByRole("button", { name: "Look up" }).click();
    await dialog
      .getByText(/thread/)
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: "Close dialog" }).click();
    await dialog.waitFor({ state: "detached" });
    await message.getByRole("button", { name: /^1 reply/ }).click();
    const card = thread.getByRole("article").filter({ hasText: "Product launch" });
    await card.waitFor();
    expect(await card.innerText()).toContain("RequestId");
  });

  it("opens from the composer, says what is wrong with an ID, and shows the card", async () => {
    const { page } = await openDemo();
    await page.getByRole("button", { name: "Shortcuts" }).click();
    await page.getByRole("menuitem", { name: "Look up a room" }).click();
    const dialog = page.getByRole("dialog", { name: "Look up a room" });
    const input = dialog.getByRole("textbox", { name: /Room ID/i });
    await input.fill("größe");
    await dialog.getByRole("button", { name: "Look up" }).click();
    await expect.poll(() => input.getAttribute("aria-invalid")).toBe("true");
    const described = (await input.getAttribute("aria-describedby")) ?? "";
    const [errorId] = described.split(" ");
    expect(await dialog.locator(`[id="${errorId}"]`).innerText()).not.toBe("");
    await input.fill("live-room");
    await input.press("Enter");
    await dialog.getByText("Friday night karaoke").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    // The focus is back where the window was opened.
    expect(await page.locator(":focus").count()).toBe(1);
  });
});

describe("the app's own place", () => {
  it("lists one's last look-ups in the Home tab, each with its own Refresh", async () => {
    const { page, write, goTo, control } = await openDemo();
    await write("/room live-8821");
    await page.getByRole("heading", { name: /Night market tour/ }).waitFor();
    await write("/room gone-room");
    await page.getByRole("heading", { name: "No room with this ID right now" }).waitFor();
    await goTo("Greenroom");
    const home = page.getByRole("tabpanel", { name: "Home" });
    await home.getByText("gone-room").waitFor();
    await home.getByRole("button", { name: "Refresh" }).nth(1).click();
    const timeline = await control("Timeline");
    const interaction = timeline.getByRole("article", { name: /Ada Asker pressed Refresh/ });
    const query = interaction.getByText(/asks about live-8821/).first();
    await query.waitFor();
    expect(await interaction.innerText()).not.toContain("gone-room");
  });

  it("answers what is written to the bot directly", async () => {
    const { page, goTo } = await openDemo();
    await goTo("Greenroom");
    await page.getByRole("tab", { name: "Messages" }).click();
    const composer = page.getByRole("textbox", { name: /^Message / });
    await composer.fill("live-8821");
    await composer.press("Enter");
    const card = page.getByRole("article").filter({ hasText: "Night market tour" });
    await card.waitFor();
    expect(await card.getByRole("button", { name: "Share to channel" }).count()).toBe(0);
  });
});
