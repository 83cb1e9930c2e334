import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** Keeps the arrows between the parts of this project: who may import from whom. */

const top = fileURLToPath(new URL("..", import.meta.url));

interface Import {
  /** From the top of the project, such as `src/cards/text.ts`; packages are not listed. */
  readonly to: string;
  readonly typesAlone: boolean;
}

interface Source {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

function sourcesIn(folder: string): Source[] {
  if (!existsSync(join(top, folder))) return [];
  return (
    readdirSync(join(top, folder), { recursive: true, encoding: "utf8" })
      .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
      // The benchmarks have packages of their own.
      .filter((path) => !path.startsWith("bench/node_modules/"))
      .filter((path) => /\.m?[jt]sx?$/.test(path) && !path.endsWith(".d.ts"))
      .map((path) => {
        const code = withoutComments(readFileSync(join(top, path), "utf8"));
        return { path, code, imports: importsOf(path, code) };
      })
  );
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

const statement =
  /\b(?:import|export)\s+(?<words>[\w*{}\s,$]+?)\s+from\s*["'](?<named>[^"']+)["']|\bimport\s*\(?\s*["'](?<bare>[^"']+)["']/g;

function importsOf(path: string, code: string): Import[] {
  return [...code.matchAll(statement)].flatMap(({ groups }) => {
    const specifier = groups?.["named"] ?? groups?.["bare"] ?? "";
    if (!specifier.startsWith(".")) return [];
    const words = groups?.["words"] ?? "";
    const names = /^\{([^}]*)\}$/
      .exec(words)?.[1]
      ?.split(",")
      .map((name) => name.trim());
    const typesAlone =
      /^type\s/.test(words) ||
      (names?.filter(Boolean).every((name) => name.startsWith("type ")) ?? false);
    return [{ to: posix.join(posix.dirname(path), specifier), typesAlone }];
  });
}

/** The room of the house that a file stands in. */
function roomOf(path: string): string {
  if (path === "src/config.ts") return "config";
  return /^src\/(\w+)\//.exec(path)?.[1] ?? (path.startsWith("src/") ? "root" : "outside");
}

/** Besides itself and `lib`, which imports nothing and which all may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  config: [],
  tencent: [],
  store: [],
  room: ["tencent"],
  // Types of these two alone: see the test below.
  cards: ["room", "tencent"],
  ops: ["room", "tencent", "store"],
  watch: ["room", "cards", "store"],
  slack: ["config", "room", "tencent", "cards", "ops", "store", "watch"],
  cli: ["config", "room", "tencent", "cards", "ops", "store", "watch"],
};

/** Files that may be imported beyond that, each for a reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // The names of the data centres are the values that TENCENT_REGION may have; the other two are
  // types of what the configuration says.
  config: ["src/tencent/regions.ts", "src/tencent/app.ts", "src/store/store-place.ts"],
  // The command builds its parts itself, with the figures of the process.
  cli: ["src/defaults.ts"],
};

const sources = sourcesIn("src");

/** Every import that a rule forbids, as `from -> to`. */
function breaches(
  list: readonly Source[],
  isForbidden: (path: string, imported: Import) => boolean,
): string[] {
  return list.flatMap(({ path, imports }) =>
    imports.filter((imported) => isForbidden(path, imported)).map(({ to }) => `${path} -> ${to}`),
  );
}

describe("the rooms of the house", () => {
  test("are all known, so that a new one gets its arrows here", () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)));
    rooms.delete("root");
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...rooms]));
  });

  test("import only what they may", () => {
    expect(
      breaches(sources, (path, { to }) => {
        const [from, into] = [roomOf(path), roomOf(to)];
        if (from === "root") return into === "outside";
        const rooms = [from, "lib", ...(mayImport[from] ?? [])];
        return !rooms.includes(into) && !(exceptions[from] ?? []).includes(to);
      }),
    ).toEqual([]);
  });

  test("import files that exist", () => {
    expect(breaches(sources, (_, { to }) => !existsSync(join(top, to)))).toEqual([]);
  });

  test("at the root are main, bot and defaults, besides the configuration", () => {
    const root = sources.map(({ path }) => path).filter((path) => roomOf(path) === "root");
    expect(["src/bot.ts", "src/defaults.ts", "src/main.ts"]).toEqual(expect.arrayContaining(root));
  });

  test("of cards take types alone from the domain", () => {
    expect(
      breaches(
        sources.filter(({ path }) => roomOf(path) === "cards"),
        (_, { to, typesAlone }) => ["room", "tencent"].includes(roomOf(to)) && !typesAlone,
      ),
    ).toEqual([]);
  });
});

describe("the stand-ins and the bot share no code, so that a mistake isn't made twice alike", () => {
  test.each([
    ["simulator", ["simulator"]],
    ["playground/protocol", ["playground/protocol"]],
    ["playground/page/block-kit", ["playground/page/block-kit", "playground/protocol"]],
    ["playground/page", ["playground/page", "playground/protocol"]],
    ["playground/server", ["playground/server", "playground/protocol", "simulator"]],
    ["demo", ["demo", "playground/server", "playground/protocol", "simulator"]],
  ])("%s imports from %o alone", (folder, allowed) => {
    const list = sourcesIn(folder);
    expect(list).not.toEqual([]);
    const isForbidden = (_: string, { to }: Import) =>
      !allowed.some((name) => to.startsWith(`${name}/`));
    expect(breaches(list, isForbidden)).toEqual([]);
  });

  test("the page takes types alone from the acts, whose schema would weigh more than the page", () => {
    expect(
      breaches(
        sourcesIn("playground/page"),
        (_, { to, typesAlone }) => to === "playground/protocol/acts.ts" && !typesAlone,
      ),
    ).toEqual([]);
  });
});

const pathsWith = (list: readonly Source[], pattern: RegExp) =>
  list.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

describe("the style that the compiler doesn't keep", () => {
  const everything = [
    ...sources,
    ...["simulator", "playground", "demo", "bench", "test"].flatMap(sourcesIn),
  ].filter(
    // Vite takes its configuration as a default export.
    ({ path }) => path !== "test/structure.test.ts" && !path.endsWith(".config.ts"),
  );

  test("no default exports", () => {
    expect(pathsWith(everything, /\bexport\s+default\b|\bas\s+default\b/)).toEqual([]);
  });

  test("no any", () => {
    expect(pathsWith(everything, /(?:[:<,|&=]|\bas)\s*any\s*(?:[;,)=>\]|&[{]|$)/m)).toEqual([]);
  });

  test("only the configuration, the process and the command line read the environment", () => {
    const readers = pathsWith(
      sources,
      /\bprocess\s*(?:\.|\?\.|\[")\s*env\b|\benv\b[^"]*from "(?:node:)?process"/,
    );
    const allowed = /^src\/(?:config\.ts|main\.ts|cli\/)/;
    expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
    expect(readers).toContain("src/main.ts");
  });
});

function packagesIn(code: string): string[] {
  return [...code.matchAll(statement)].flatMap(({ groups }) => {
    const specifier = groups?.["named"] ?? groups?.["bare"] ?? "";
    return specifier.startsWith(".") ? [] : [specifier];
  });
}

function usersOf(name: RegExp): string[] {
  return sources
    .filter(({ code }) => packagesIn(code).some((one) => name.test(one)))
    .map(({ path }) => path);
}

describe("who counts and traces", () => {
  test("stands apart: what it observes imports neither prom-client nor OpenTelemetry", () => {
    expect(usersOf(/^prom-client$/).toSorted()).toEqual([
      "src/ops/metrics/counts.ts",
      "src/ops/metrics/page.ts",
      "src/ops/metrics/standings.ts",
      "src/ops/oversight.ts",
    ]);
    expect(usersOf(/^@opentelemetry\//)).toEqual(["src/ops/tracing.ts"]);
  });

  test("loads OpenTelemetry only once a collector is named", () => {
    const naming = sources.filter(({ imports }) =>
      imports.some(({ to, typesAlone }) => to === "src/ops/tracing.ts" && !typesAlone),
    );
    expect(naming.map(({ path }) => path)).toEqual(["src/ops/oversight.ts"]);
    expect(naming[0]?.code).toContain('await import("./tracing.ts")');
  });
});

describe("what files of tests have in common", () => {
  const hook = /^(?:before|after)(?:All|Each)\(/m;
  const common = sourcesIn("test").filter(
    ({ path }) => !/\.test\.ts$|^test\/store\/|^test\/support\/setup\.ts$/.test(path),
  );

  test("registers no hook where it is loaded: one file alone would have it", () => {
    expect(common.length).toBeGreaterThan(20);
    expect(common.filter(({ code }) => hook.test(code)).map(({ path }) => path)).toEqual([]);
  });

  test("and a hook would be found", () => {
    const setup = sourcesIn("test/support").find(({ path }) => path.endsWith("/setup.ts"));
    expect(setup?.code).toMatch(hook);
  });
});

describe("this test reads imports as the compiler does", () => {
  test.each<[string, Import[]]>([
    ['import { a } from "../b/c.ts";', [{ to: "src/b/c.ts", typesAlone: false }]],
    ['import { type A,\n  type B } from "./c.ts";', [{ to: "src/x/c.ts", typesAlone: true }]],
    ['import { type A, b } from "./c.ts";', [{ to: "src/x/c.ts", typesAlone: false }]],
    ['import type { A } from "./c.ts";', [{ to: "src/x/c.ts", typesAlone: true }]],
    ['import * as c from "./c.ts";', [{ to: "src/x/c.ts", typesAlone: false }]],
    ['export { a } from "./c.ts";', [{ to: "src/x/c.ts", typesAlone: false }]],
    ['import "./c.ts";', [{ to: "src/x/c.ts", typesAlone: false }]],
    ['const c = await import("./c.ts");', [{ to: "src/x/c.ts", typesAlone: false }]],
    ['import { z } from "zod";', []],
    ['/** import { a } from "./c.ts" */\n// import "./d.ts"', []],
  ])("%s", (code, expected) => {
    expect(importsOf("src/x/y.ts", withoutComments(code))).toEqual(expected);
  });

  test("and finds them: the bot is built of every room", () => {
    const bot = sources.find(({ path }) => path === "src/bot.ts");
    const rooms = new Set(bot?.imports.map(({ to }) => roomOf(to)));
    expect([...rooms]).toEqual(
      expect.arrayContaining(["config", "ops", "room", "slack", "tencent"]),
    );
  });
});
