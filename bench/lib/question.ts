import type { Report } from "./report.ts";

export interface Setting {
  /** The top of the project. */
  readonly top: string;
  /** About a minute for all questions together: invariants, and figures that say little. */
  readonly quick: boolean;
  /** Tells whoever waits what is under way. */
  readonly say: (line: string) => void;
}

/** One file, one question. */
export interface Question {
  /** Whether packages of `bench/package.json` are needed: the quick form installs nothing. */
  readonly needsPeers: (quick: boolean) => boolean;
  readonly run: (setting: Setting) => Promise<Report>;
}
