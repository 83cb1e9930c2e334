import { fileURLToPath } from "node:url";

/** This file runs as `build/bench/lib/place.js`. */
export const top = fileURLToPath(new URL("../../../", import.meta.url));

/** A file of what was built for the benchmarks. */
export const built = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The bot as it is shipped. */
export const shipped = (path: string): string =>
  fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url));

/** A file that stays as it is written, so that it finds the packages of `bench/package.json`. */
export const peer = (name: string): string =>
  fileURLToPath(new URL(`../../../bench/peers/${name}`, import.meta.url));

export const sdkAppId = 1_400_000_000;

/** Of nobody: they sign what passes between this machine's own processes. */
export const secrets = {
  botToken: "xoxb-1-2-bench",
  appToken: "xapp-1-A0-3-bench",
  signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
  secretKey: "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e",
} as const;
