import { afterAll } from "vitest";
import { endFile } from "./end-of-file.ts";

// Run before each file of tests, see vitest.config.ts.
afterAll(endFile);
