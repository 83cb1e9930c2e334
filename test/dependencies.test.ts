import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const top = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, top), "utf8");

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read("package.json")));

const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        license: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        dev: z.boolean().optional(),
        devOptional: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
        link: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read("package-lock.json")));

/** All packages but this one, by where npm puts them. */
const packages = Object.entries(lockfile.packages).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, "");

/** Whoever installs it may use, change and pass on what is shipped, with the notices kept. */
const shipped: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-3-Clause",
  "ISC",
  "MIT",
];
/** What builds and tests may ask for its own changed files in return; it is not passed on. */
const used: readonly string[] = [...shipped, "MPL-2.0"];

describe("licences", () => {
  test.each([
    ["of what is shipped", (isDev: boolean) => !isDev, shipped],
    ["of what builds and tests", (isDev: boolean) => isDev, used],
  ])("%s are on the list", (_, isMeant, allowed) => {
    const meant = packages.filter(([, { dev, devOptional }]) =>
      isMeant(dev === true || devOptional === true),
    );
    expect(meant.length).toBeGreaterThan(20);
    const others = meant.filter(([, { license }]) => !allowed.includes(license ?? ""));
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  test("are what the packages that are installed say themselves", () => {
    const installed = packages.filter(([path]) => existsSync(new URL(`${path}/package.json`, top)));
    expect(installed.length).toBeGreaterThan(100);
    const others = installed.filter(([path, { license }]) => {
      const said: unknown = JSON.parse(read(`${path}/package.json`));
      return z.object({ license: z.string() }).safeParse(said).data?.license !== license;
    });
    expect(others.map(([path]) => nameOf(path))).toEqual([]);
  });
});

describe("what is installed is what was locked", () => {
  test("every package comes from npm's registry, with its checksum", () => {
    const strange = packages.filter(
      ([, { resolved, integrity, link }]) =>
        link === true ||
        // Left out, it is the registry; and whatever comes has to have the checksum.
        (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")) ||
        !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
  });

  test("every version that we name is exact, and the one that is locked", () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const [name, version] of named) {
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(?:-[\w.]+)?$/);
      expect(lockfile.packages[`node_modules/${name}`]?.version).toBe(version);
    }
  });

  test("no package but those that are approved runs a script when it is installed", () => {
    const scripted = packages.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript === true ? [nameOf(path)] : [],
    );
    expect(scripted.toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted());
    const inImage = packages.filter(
      ([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true,
    );
    expect(inImage).toEqual([]);
  });

  const workflows = readdirSync(new URL(".github/workflows/", top)).map(
    (name) => `.github/workflows/${name}`,
  );

  test.each(["Dockerfile", ".ci/run", "README.md", "CONTRIBUTING.md", ...workflows])(
    "%s installs by the lockfile alone",
    (path) => {
      const commands =
        read(path).match(/\bnpm (?:ci|i|in|ins|inst|install|add|update|up)\b.*/g) ?? [];
      expect(commands.filter((command) => !command.startsWith("npm ci"))).toEqual([]);
    },
  );

  test.each(["Dockerfile", ".ci/run"])("%s does install", (path) => {
    expect(read(path)).toContain("npm ci");
  });

  test.each(workflows)(
    "%s names each action by its commit, and asks for no rights by default",
    (path) => {
      const text = read(path);
      const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action = ""]) => action);
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
      expect(text).toMatch(/^permissions: \{\}$/m);
      expect(text).not.toMatch(/: write\b|pull_request_target/);
    },
  );
});

test("the bill of materials has every package that is shipped, and none that is not", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "sbom"], {
    cwd: fileURLToPath(top),
    maxBuffer: 16 * 1024 * 1024,
  });
  const bill = z
    .object({
      bomFormat: z.literal("CycloneDX"),
      components: z.array(z.object({ purl: z.string() })),
    })
    .parse(JSON.parse(stdout));
  const listed = bill.components.map(({ purl }) => decodeURIComponent(purl.split("?")[0] ?? ""));
  const meant = packages
    .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
    .map(([path, { version }]) => `pkg:npm/${nameOf(path)}@${version}`);
  expect(new Set(listed)).toEqual(new Set(meant));
  expect(listed).toContain(`pkg:npm/pg@${manifest.dependencies["pg"]}`);
});
