import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { expect, it, onTestFinished } from "vitest";
import { programs, runProgram } from "../support/program.ts";

it("npm run demo -- --screenshot writes a picture of each main scene", async () => {
  const parent = await mkdtemp(join(tmpdir(), "greenroom-pictures-"));
  onTestFinished(() => rm(parent, { recursive: true }));
  const folder = join(parent, "new");
  const program = runProgram(programs.demo, ["--screenshot", folder], {});
  expect(await program.ended).toBe(0);
  expect(program.err).toBe("");
  expect((await readdir(folder)).toSorted()).toEqual([
    "alert-thread.png",
    "app-home.png",
    "dark.png",
    "found-room.png",
    "missing-room.png",
    "operators-mistake.png",
    "picker.png",
  ]);
  const brightness = async (name: string): Promise<number> => {
    const { width, height, data } = PNG.sync.read(await readFile(join(folder, name)));
    expect([width, height]).toEqual([1200, 700]);
    return (
      data.reduce((sum, value, index) => (index % 4 === 3 ? sum : sum + value), 0) /
      (width * height * 3)
    );
  };
  // Not a blank page, and dark where it says so.
  expect(await brightness("alert-thread.png")).toBeGreaterThan(150);
  expect(await brightness("dark.png")).toBeLessThan(80);
});

it("says what is missing where there is no Chromium", async () => {
  const env = { CHROMIUM: "/nowhere/chromium" };
  const program = runProgram(programs.demo, ["--screenshot", "never-made"], env);
  expect(await program.ended).toBe(1);
  expect(program.err).toContain("/nowhere/chromium");
});
