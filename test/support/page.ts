import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { launchChromium } from "../../demo/pictures/chromium.ts";
import { programs, runProgram } from "./program.ts";

/** The playground's page as a person has it before them, in a real browser. */
export interface OpenPage {
  readonly page: Page;
  /** The channel that is open; its messages, and those of the thread beside it. */
  readonly channel: Locator;
  readonly thread: Locator;
  /** Types into the composer of the channel, and sends it. */
  readonly write: (text: string) => Promise<void>;
  readonly goTo: (channel: string) => Promise<void>;
  /** Chooses a tab of the control side. @returns its panel */
  readonly control: (tab: Tab) => Promise<Locator>;
}

type Tab = "Timeline" | "Rooms" | "Weather" | "Alerts" | "Log";

export interface PageOptions {
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Lets a test put a script of its own into the page, past the server's policy. */
  readonly bypassCSP?: boolean;
}

export interface OpenBrowser {
  /** The page of a demo of its own, so that no test sees what another one did. */
  readonly openDemo: (words?: readonly string[], options?: PageOptions) => Promise<OpenPage>;
  readonly openAt: (url: string, options?: PageOptions) => Promise<OpenPage>;
}

/** The page, as `npm run build:demo` leaves it. */
export const builtPage = fileURLToPath(new URL("../../build/page", import.meta.url));

/** One browser for a file of tests. What a page throws, or logs as an error, fails its test. */
export function useBrowser(): OpenBrowser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function openAt(url: string, options: PageOptions = {}): Promise<OpenPage> {
    if (browser === undefined) throw new Error("there is no browser yet");
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    // Nothing of ours opens one: so a script that came in with some text has run.
    page.on("dialog", (dialog) => {
      complaints.push(`${dialog.type()}: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    onTestFinished(async () => {
      await context.close();
      expect(complaints).toEqual([]);
    });
    page.setDefaultTimeout(15_000);
    await page.goto(url);
    return {
      page,
      channel: page.getByRole("main"),
      thread: page.getByRole("complementary", { name: "Thread" }),
      async write(text) {
        const composer = page.getByRole("textbox", { name: /^Message / });
        await composer.fill(text);
        await composer.press("Enter");
      },
      goTo: (channel) =>
        page
          .getByRole("navigation", { name: "Workspace" })
          .getByRole("button", { name: new RegExp(`^${channel}\\b`) })
          .click(),
      async control(tab) {
        await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
        return page.getByRole("tabpanel", { name: new RegExp(`^${tab}`) });
      },
    };
  }

  return {
    openAt,
    async openDemo(words = [], options = {}) {
      const program = runProgram(programs.demo, ["--port", "0", ...words], {});
      const [, url = ""] = await program.written(/Open (http\S+)/);
      // Tests end in the other order of this: the page first.
      onTestFinished(async () => {
        program.signal("SIGTERM");
        expect(await program.ended).toBe(0);
      });
      return openAt(url, options);
    },
  };
}
