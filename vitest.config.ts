import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Most of the time goes into waiting for processes and sockets, not into work.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "fast",
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/soak/**",
            "test/slow/**",
            "test/browser/**",
            "test/store/**",
            "test/faults/store/**",
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          // Apart, so that a PostgreSQL is started only for those who need one.
          name: "store",
          include: ["test/store/**/*.test.ts", "test/faults/store/**/*.test.ts"],
          globalSetup: ["test/store/postgres-server.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "browser",
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
          // They measure real seconds: side by side they would measure each other.
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 24 * 60 * 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
