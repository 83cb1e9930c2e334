import { describe, expect, test } from "vitest";
import { people } from "../../simulator/slack/seed.ts";
import { callApi, section } from "./slack-fixture.ts";
import { input, option, startWithModal, typed, view } from "./slack-modal-fixture.ts";
import { long, plain } from "./slack-pieces.ts";

const { asker } = people;

describe("views.update", () => {
  test("changes what is open, by view_id or by external_id, and its hash", async () => {
    const { opened, json, update } = await startWithModal({}, { ...view, external_id: "mine" });
    const before = (json["view"] as { hash: string }).hash;
    const found = { ...view, external_id: "mine", submit: undefined, blocks: [section("found")] };
    expect(await update({ view_id: opened.id, hash: before, view: found })).toMatchObject({
      ok: true,
      view: { id: opened.id, blocks: [section("found")] },
    });
    expect(opened.content["blocks"]).toEqual([section("found")]);
    expect(opened.hash).not.toBe(before);
    expect(await update({ external_id: "mine" })).toMatchObject({ ok: true });
  });

  test("with an old hash is refused with hash_conflict", async () => {
    const { opened, update } = await startWithModal();
    const { hash } = opened;
    expect(await update({ view_id: opened.id, hash })).toMatchObject({ ok: true });
    expect(await update({ view_id: opened.id, hash })).toMatchObject({ error: "hash_conflict" });
  });

  test("of what is closed, unknown or unnamed is refused with not_found", async () => {
    const { slack, opened, update } = await startWithModal();
    await slack.closeView(asker, opened.id);
    expect(await update({ view_id: opened.id })).toMatchObject({ error: "not_found" });
    expect(await update({ external_id: "guess" })).toMatchObject({ error: "not_found" });
    expect(await update({})).toMatchObject({ error: "not_found" });
  });

  test("an external_id that another open view has is refused with duplicate_external_id", async () => {
    const { slack } = await startWithModal({}, { ...view, external_id: "mine" });
    const { payload } = await slack.shortcut("look_up_room");
    const again = { ...view, external_id: "mine" };
    const { json } = await callApi(slack, "views.open", {
      trigger_id: payload["trigger_id"],
      view: again,
    });
    expect(json).toMatchObject({ error: "duplicate_external_id" });
  });
});

const select = (count: number) => ({
  type: "static_select",
  options: Array.from({ length: count }, (_, index) => option(`o${index}`)),
});

describe("views that Slack refuses, and why", () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      "a title of 25",
      { title: plain(long(25)) },
      "must be less than 25 characters [json-pointer:/view/title/text]",
    ],
    [
      "a submit of 25",
      { submit: plain(long(25)) },
      "must be less than 25 characters [json-pointer:/view/submit/text]",
    ],
    [
      "a close of 25",
      { close: plain(long(25)) },
      "must be less than 25 characters [json-pointer:/view/close/text]",
    ],
    [
      "metadata of 3001",
      { private_metadata: long(3001) },
      "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ],
    [
      "101 blocks",
      { blocks: Array.from({ length: 101 }, () => section("a")) },
      "no more than 100 items allowed [json-pointer:/view/blocks]",
    ],
    [
      "an input without submit",
      { submit: undefined },
      "missing required field: submit [json-pointer:/view]",
    ],
    [
      "an input without a label",
      { blocks: [{ ...typed, label: undefined }] },
      "missing required field: label [json-pointer:/view/blocks/0]",
    ],
    [
      "101 options",
      { blocks: [input("a", select(101))] },
      "no more than 100 items allowed [json-pointer:/view/blocks/0/element/options]",
    ],
    [
      "no options",
      { blocks: [input("a", select(0))] },
      "no less than 1 items allowed [json-pointer:/view/blocks/0/element/options]",
    ],
    [
      "an option of 76",
      { blocks: [input("a", { type: "static_select", options: [option(long(76))] })] },
      "must be less than 76 characters [json-pointer:/view/blocks/0/element/options/0/text/text]",
    ],
    [
      "11 radio buttons",
      { blocks: [input("a", { ...select(11), type: "radio_buttons" })] },
      "no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]",
    ],
    [
      "a first choice that is none",
      { blocks: [input("a", { ...select(2), initial_option: option("b") })] },
      "must be one of the options [json-pointer:/view/blocks/0/element/initial_option]",
    ],
    [
      "the same block_id twice",
      { blocks: [typed, typed] },
      'block_id "room" already exists [json-pointer:/view/blocks/1/block_id]',
    ],
  ])("%s", async (_name, wrong, refusal) => {
    const { opened, update } = await startWithModal();
    expect(await update({ view_id: opened.id, view: { ...view, ...wrong } })).toMatchObject({
      error: "invalid_arguments",
      response_metadata: { messages: expect.arrayContaining([`[ERROR] ${refusal}`]) as unknown },
    });
  });

  test("more than 250 KB is refused with view_too_large", async () => {
    const { opened, update } = await startWithModal();
    const blocks = Array.from({ length: 90 }, () => section("a".repeat(3000)));
    expect(await update({ view_id: opened.id, view: { ...view, blocks } })).toMatchObject({
      error: "view_too_large",
    });
  });
});
