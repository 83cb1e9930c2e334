import type { Report } from "./report.ts";

export interface Setting {
  /** The top of the project. */
  readonly top: string;
  /** About a minute for all questions together: invariants, and figures that say little. */
  readonly quick: boolean;
  /** Whether the packages of `bench/package.json` are there: without a network they may not be. */
  readonly hasPeers: boolean;
  /** Tells whoever waits what is under way. */
  readonly say: (line: string) => void;
}

/** One file, one question. */
export interface Question {
  /** Whether it compares with packages of `bench/package.json`, where they are there. */
  readonly needsPeers: (quick: boolean) => boolean;
  readonly run: (setting: Setting) => Promise<Report>;
}
