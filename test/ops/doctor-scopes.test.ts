import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { scopes } from "../../src/ops/doctor/scopes.ts";

test("the doctor looks for exactly the scopes of the manifest", () => {
  const text = readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8");
  const manifest = parse(text) as { oauth_config: { scopes: { bot: string[] } } };
  expect(Object.keys(scopes).toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
});
