import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { scenes } from "../../demo/pictures/scenes.ts";
import { useBrowser } from "../support/page.ts";

const { openDemo } = useBrowser();
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Serious and critical violations, in words that lead to them. */
async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations, passes } = await page.evaluate<AxeResults>("axe.run(document)");
  // A check that looked at nothing finds nothing.
  expect(passes.length).toBeGreaterThan(10);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

describe.each(["light", "dark"] as const)("in %s there is no serious barrier", (colorScheme) => {
  it.each(scenes)("in the scene $name", async ({ walk }) => {
    const { page } = await openDemo([], { colorScheme, bypassCSP: true });
    await walk(page);
    expect(await barriers(page)).toEqual([]);
  });

  it.each(["Rooms", "Weather", "Alerts", "Log"] as const)(
    "on the control side's %s",
    async (tab) => {
      const { page, control, write } = await openDemo([], { colorScheme, bypassCSP: true });
      await write("/room unpaid-room");
      await page.getByRole("button", { name: "Try again" }).waitFor();
      await control(tab);
      expect(await barriers(page)).toEqual([]);
    },
  );
});
