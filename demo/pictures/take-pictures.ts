import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { PNG } from "pngjs";
import { openPlaygroundStage } from "../playground.ts";
import { launchChromium } from "./chromium.ts";
import { scenes, type Scene } from "./scenes.ts";

const viewport = { width: 1200, height: 700 };

const silenceMs = 1_100;

/** For what moves to come to rest: the page's own transitions are shorter. */
const restMs = 400;

/** Writes a PNG of each main scene into the folder, which is made where it is missing. */
export async function takePictures(folder: string, print: (text: string) => void): Promise<void> {
  const browser = await launchChromium();
  try {
    await mkdir(folder, { recursive: true });
    for (const scene of scenes) {
      const file = join(folder, `${scene.name}.png`);
      // One after the other: each has a workspace of its own, and the machine may be small.
      // oxlint-disable-next-line no-await-in-loop
      await takePicture(browser, scene, file);
      print(file);
    }
  } finally {
    await browser.close();
  }
}

async function takePicture(browser: Browser, scene: Scene, file: string): Promise<void> {
  const playground = await openPlaygroundStage({ socketMode: false, port: 0 });
  const { colorScheme = "light" } = scene;
  const context = await browser.newContext({ viewport, colorScheme, locale: "en-GB" });
  try {
    const page = await context.newPage();
    await page.goto(playground.url);
    // A bot that has just started asks Tencent nothing: that wait would be in the picture.
    await page.waitForTimeout(silenceMs);
    await scene.walk(page);
    // The pointer would show a toolbar.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(restMs);
    await writeFile(file, smaller(await page.screenshot()));
  } finally {
    await context.close();
    await playground.close();
  }
}

/** Flat surfaces and text pack best without PNG's filters, which are made for photographs. */
const packing = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;

function smaller(picture: Buffer): Buffer {
  return PNG.sync.write(PNG.sync.read(picture), packing);
}
