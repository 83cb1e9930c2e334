import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fileKeyOf } from "../src/config/secret-files.ts";
import { slackVariables, tencentVariables, type Variable } from "../src/config/variables.ts";

const variables: Readonly<Record<string, Variable>> = { ...slackVariables, ...tencentVariables };

const fileKeys = Object.entries(variables).flatMap(([key, { isSecret = false }]) =>
  isSecret ? [fileKeyOf(key)] : [],
);

const entries = readFileSync(new URL("../.env.example", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => {
    const found = /^(# )?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line);
    return found === null
      ? []
      : [{ key: found[2] ?? "", value: found[3] ?? "", isShown: found[1] !== undefined }];
  });
const shown = entries.filter(({ isShown }) => isShown);
const read = (key: string, text: string | undefined): unknown =>
  variables[key]?.schema.safeParse(text).data;

test(".env.example has every variable that is read, once, and no other", () => {
  const keys = Object.keys(variables);
  expect(entries.map(({ key }) => key).toSorted()).toEqual([...keys, ...fileKeys].toSorted());
});

test("what is to be filled in is empty: no key and no token stands there", () => {
  const filled = entries.filter(({ isShown, value }) => !isShown && value !== "");
  expect(filled).toEqual([]);
});

test("every value that it shows is one that is taken", () => {
  const refused = shown.filter(
    ({ key, value }) => !fileKeys.includes(key) && read(key, value) === undefined,
  );
  expect(refused).toEqual([]);
});

test("a value that it shows for a variable with a plain default is that default", () => {
  const plain = shown.filter(({ key }) => /string|number/.test(typeof read(key, undefined)));
  expect(plain.map(({ key }) => key).toSorted()).toEqual(
    [
      "AUDIT_DAYS",
      "DATA_DIR",
      "HOST",
      "LOG_LEVEL",
      "PORT",
      "SHORTCUT_REPLY",
      "SLACK_API_URL",
      "TENCENT_ADMIN",
      "TENCENT_BACKGROUND_PERCENT",
      "TENCENT_QPS",
    ].toSorted(),
  );
  const others = plain.filter(({ key, value }) => read(key, value) !== read(key, undefined));
  expect(others).toEqual([]);
});

test("no value that it shows has a #, after which Node takes the line for a comment", () => {
  expect(shown.filter(({ value }) => value.includes("#"))).toEqual([]);
});
