import type { Page } from "playwright-core";

/** A main scene, walked as a person would walk it. */
export interface Scene {
  readonly name: string;
  readonly colorScheme?: "dark";
  /** From the opened page to what the picture shows. */
  readonly walk: (page: Page) => Promise<void>;
}

async function ask(page: Page, line: string, title: string): Promise<void> {
  const composer = page.getByRole("textbox", { name: /^Message / });
  await composer.fill(line);
  await composer.press("Enter");
  await page.getByRole("heading", { name: title }).waitFor();
}

async function openAlertThread(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^live-alerts/ }).click();
  await page.getByRole("tab", { name: "Alerts" }).click();
  const form = page.getByRole("form", { name: "Send an alert" });
  await form.getByLabel("Room ID").fill("muted-room");
  await form.getByRole("button", { name: "Send the alert" }).click();
  await page.getByRole("button", { name: /1 reply/ }).click();
  await page.getByRole("tab", { name: "Timeline" }).click();
  const thread = page.getByRole("complementary", { name: "Thread" });
  await thread.getByText("Product launch").waitFor();
}

export const scenes: readonly Scene[] = [
  {
    name: "found-room",
    walk: (page) => ask(page, "/room live-room", "Friday night karaoke"),
  },
  {
    name: "missing-room",
    walk: (page) => ask(page, "/room gone-room", "No room with this ID right now"),
  },
  {
    name: "operators-mistake",
    walk: (page) =>
      ask(
        page,
        "/room wrong-key-room",
        "The signature was made with a key that does not fit the app",
      ),
  },
  { name: "alert-thread", walk: openAlertThread },
  {
    name: "picker",
    async walk(page) {
      const message = page.getByRole("article").filter({ hasText: "Two more" });
      await message.hover();
      await message.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: "Look up room" }).click();
      await page.getByRole("dialog").getByRole("radio").first().waitFor();
    },
  },
  {
    name: "app-home",
    async walk(page) {
      await ask(page, "/room live-8821", "Night market tour");
      await ask(page, "/room gone-room", "No room with this ID right now");
      await page.getByRole("button", { name: /^Greenroom/ }).click();
      await page.getByRole("tabpanel", { name: "Home" }).getByText("live-8821").first().waitFor();
    },
  },
  { name: "dark", colorScheme: "dark", walk: openAlertThread },
];
