import { defineConfig } from "vitest/config";

const setupFiles = ["test/support/setup.ts"];
const needPostgres = ["test/store/**/*.test.ts", "test/faults/store/**/*.test.ts"];

export default defineConfig({
  test: {
    // Most of the time goes into waiting for processes and sockets, not into work.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "fast",
          include: ["test/**/*.test.ts"],
          exclude: [...needPostgres, "test/slow/**", "test/soak/**", "test/browser/**"],
          // Files that one worker runs have their modules in common: half of the time went into
          // loading the same ones anew. So nothing that they import may keep anything for the next.
          isolate: false,
          setupFiles,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          // Apart, so that a PostgreSQL is started only for those who need one.
          name: "store",
          setupFiles,
          include: needPostgres,
          globalSetup: ["test/store/postgres-server.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "browser",
          setupFiles,
          include: ["test/browser/**/*.test.ts"],
          // A browser and a bot for each, on a machine that may have two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "fuzz",
          include: ["test/fuzz/**/*.test.ts"],
          env: { FUZZ: "long" },
          // A minute each: the two cores of a small machine are theirs.
          maxWorkers: 2,
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: "slow",
          include: ["test/slow/**/*.test.ts"],
          exclude: ["test/slow/alone/**"],
          setupFiles,
          // They wait for most of their time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "alone",
          include: ["test/slow/alone/**/*.test.ts"],
          setupFiles,
          // They measure real seconds: side by side they would measure each other.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "soak",
          setupFiles,
          include: ["test/soak/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 24 * 60 * 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
