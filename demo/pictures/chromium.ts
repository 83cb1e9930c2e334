import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where systems put it. Nothing is downloaded. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** No request leaves this machine: these stop what Chromium asks for by itself. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** Starts a headless Chromium that is installed; CHROMIUM may name it. */
export async function launchChromium(): Promise<Browser> {
  const path = process.env["CHROMIUM"] ?? places.find((place) => existsSync(place));
  if (path === undefined) {
    throw new Error(
      "No Chromium was found. Install one (on Debian: apt-get install chromium), or set CHROMIUM to its path.",
    );
  }
  // Chromium's sandbox refuses to start for root, as in containers and CI.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: path, args: [...quiet, ...sandbox] });
}
