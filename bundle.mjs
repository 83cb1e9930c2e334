import { rmSync } from "node:fs";
import { build } from "rolldown";

// Makes what `npm start` and the command run: a file of ours and one of packages, in place of 1,000.

/**
 * Bolt loads Express at every start for a receiver of its own, which nothing here uses: our server
 * is in src/ops/server.ts.
 */
const withoutExpress = {
  name: "without-express",
  resolveId: (/** @type {string} */ id) => (id === "express" ? "\0no-express" : undefined),
  load: (/** @type {string} */ id) =>
    id === "\0no-express"
      ? 'export default function () { throw new Error("Express is not in this bundle"); }'
      : undefined,
};

const packages = "packages";

/**
 * Node reads all maps at the start where it is told to use them. Those of packages would cost more
 * than all else together, and their files are readable as they are.
 */
const mapsOfOursAlone = {
  name: "maps-of-ours-alone",
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!name.startsWith(`chunks/${packages}.`)) continue;
      if (file.type === "asset") delete bundle[name];
      else file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
    }
  },
};

// None that this version no longer has: what an older one left would be shipped.
rmSync(new URL("dist/chunks", import.meta.url), { recursive: true, force: true });

await build({
  input: { main: "src/main.ts", "cli/main": "src/cli/main.ts" },
  platform: "node",
  external: [
    // Has a binary of its own beside it.
    /^@?libsql/,
    // Its package.json names its main file twice, which Node takes and the bundler does not.
    "tls-sig-api-v2",
    // The first is written in C++ and not installed, the second is for another runtime.
    "pg-native",
    "pg-cloudflare",
  ],
  plugins: [withoutExpress, mapsOfOursAlone],
  output: {
    dir: "dist",
    format: "esm",
    sourcemap: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    // What is needed at the start; the store's packages stay apart, for those who have a store.
    codeSplitting: { groups: [{ name: packages, test: /node_modules/, tags: ["$initial"] }] },
  },
});
