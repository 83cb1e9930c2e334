import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Any folder of the server may hold it.
  base: "./",
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../../build/page", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    // The server's policy lets the page load nothing that is written into it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
