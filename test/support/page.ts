import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { launchChromium } from "../../demo/pictures/chromium.ts";
import { programs, runProgram } from "./program.ts";

/** The demo's page as a person has it before them, in a real browser. */
export interface OpenPage {
  readonly page: Page;
  readonly url: string;
  /** Types into the composer of the channel, and sends it. */
  write(text: string): Promise<void>;
  /** Chooses a tab of the control side. @returns its panel */
  control(tab: "Timeline" | "Rooms" | "Weather" | "Alerts" | "Log"): Promise<Locator>;
  /** The messages of the channel, and of the thread that is open. */
  readonly channel: Locator;
  readonly thread: Locator;
}

export interface OpenOptions {
  readonly words?: readonly string[];
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Behind the address, such as `?channel=…`. */
  readonly query?: string;
}

/**
 * One browser for a file of tests. Each page of it has a demo of its own behind it, so that no test
 * sees what another one did. What the page logs as an error, or throws, fails the test.
 */
export function useBrowser(): (options?: OpenOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  return async ({ words = [], colorScheme = "light", viewport, query = "" } = {}) => {
    if (browser === undefined) throw new Error("there is no browser yet");
    const program = runProgram(programs.demo, ["--port", "0", ...words], {});
    const [, url = ""] = await program.written(/Open (http\S+)/);
    const context = await browser.newContext({
      colorScheme,
      viewport: viewport ?? { width: 1440, height: 900 },
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    onTestFinished(async () => {
      await context.close();
      program.signal("SIGTERM");
      expect(await program.ended).toBe(0);
      expect(complaints).toEqual([]);
    });
    page.setDefaultTimeout(15_000);
    await page.goto(url + query);
    return {
      page,
      url,
      async write(text) {
        const composer = page.getByRole("textbox", { name: /^Message / });
        await composer.fill(text);
        await composer.press("Enter");
      },
      async control(tab) {
        await page.getByRole("tab", { name: tab }).click();
        return page.getByRole("tabpanel", { name: tab });
      },
      channel: page.getByRole("main"),
      thread: page.getByRole("complementary", { name: "Thread" }),
    };
  };
}
