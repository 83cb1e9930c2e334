import { h } from "preact";
import { describe, expect, test } from "vitest";
import { Blocks } from "../../../playground/page/block-kit/blocks.tsx";
import type { Action, BlockKit } from "../../../playground/page/block-kit/context.ts";
import { all, attribute, draw, elementsIn, fire, kit, markup, one, textOf } from "./drawn.ts";
import type { TinyNode } from "./tiny-dom.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const drawn = (block: Record<string, unknown>, more: Partial<BlockKit> = {}): TinyNode =>
  draw(h(Blocks, { blocks: [block], kit: { ...kit, ...more } }));
const actions = (...elements: Record<string, unknown>[]) => ({
  type: "actions",
  block_id: "row",
  elements,
});

describe("buttons", () => {
  const button = { type: "button", action_id: "go", text: plain("Go"), value: "v" };

  test("say what was pressed", () => {
    const pressed: Action[] = [];
    const root = drawn(actions(button, { ...button, action_id: "bare", value: undefined }), {
      onAction: (action) => pressed.push(action),
    });
    for (const element of all(root, "button")) {
      expect(attribute(element, "type")).toBe("button");
      fire(element, "click");
    }
    expect(pressed).toEqual([
      { blockId: "row", actionId: "go", value: "v" },
      { blockId: "row", actionId: "bare" },
    ]);
  });

  test("can't be pressed where nobody listens", () =>
    expect(attribute(one(drawn(actions(button)), "button"), "disabled")).toBe(true));

  test("with an address are links", () => {
    const root = drawn(actions({ ...button, url: "https://x.example" }));
    expect(markup(root)).toBe("<a>Go</a>");
    const unsafe = drawn(actions({ ...button, url: "javascript:alert(1)" }));
    expect(markup(unsafe)).toBe("<button>Go</button>");
  });

  test("that ask first act only when that was confirmed", () => {
    const pressed: Action[] = [];
    const confirm = { title: plain("Sure?"), text: plain("It ends."), confirm: plain("End") };
    const root = drawn(actions({ ...button, confirm }), {
      onAction: (action) => pressed.push(action),
    });
    const calls: string[] = [];
    Object.assign(one(root, "dialog"), {
      showModal: () => calls.push("shown"),
      close: () => calls.push("closed"),
    });
    const [open, deny, yes] = all(root, "button");
    if (open === undefined || deny === undefined || yes === undefined)
      throw new Error("no buttons");
    fire(open, "click");
    fire(deny, "click");
    expect(pressed).toEqual([]);
    fire(yes, "click");
    expect(pressed).toHaveLength(1);
    expect(calls).toEqual(["shown", "closed", "closed"]);
    expect([textOf(deny), textOf(yes)]).toEqual(["Cancel", "End"]);
  });
});

test("a menu offers its options", () => {
  const pressed: Action[] = [];
  const root = drawn(
    actions({
      type: "overflow",
      action_id: "more",
      options: [
        { text: plain("One"), value: "1" },
        { text: plain("Site"), value: "2", url: "https://x.example" },
      ],
    }),
    { onAction: (action) => pressed.push(action) },
  );
  expect(markup(root)).toBe(
    "<details><summary>⋯</summary><ul><li><button>One</button></li><li><a>Site</a></li></ul></details>",
  );
  const item = one(root, "button");
  Object.assign(item, { closest: () => null });
  fire(item, "click");
  expect(pressed).toEqual([{ blockId: "row", actionId: "more", value: "1" }]);
});

test("an element that nobody knows is a quiet line", () =>
  expect(markup(drawn(actions({ type: "datepicker" })))).toBe(
    "<p>An element of type datepicker</p>",
  ));

const field = (element: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: "input",
  block_id: "typed",
  label: plain("Room ID"),
  element: { action_id: "room", ...element },
  ...more,
});

describe("inputs", () => {
  test("have a label, a hint and an error that belong to them", () => {
    const input = field(
      { type: "plain_text_input", placeholder: plain("live-8821"), max_length: 48, min_length: 1 },
      { hint: plain("As in the app"), optional: true },
    );
    const root = drawn(input, { errors: { typed: "Too long." } });
    const control = one(root, "input");
    expect(attribute(one(root, "label"), "for")).toBe(attribute(control, "id"));
    expect(textOf(one(root, "label"))).toBe("Room ID (optional)");
    expect(attribute(control, "aria-invalid")).toBe(true);
    expect(attribute(control, "aria-required")).toBe(false);
    expect(attribute(control, "placeholder")).toBe("live-8821");
    expect(attribute(control, "maxLength")).toBe(48);
    const described = String(attribute(control, "aria-describedby")).split(" ");
    const notes = described.map((id) =>
      elementsIn(root).find((element) => attribute(element, "id") === id),
    );
    expect(notes.map((note) => note && textOf(note))).toEqual(["Too long.", "As in the app"]);
  });

  test("begin with the app's value, and then hold the page's", () => {
    const input = field({ type: "plain_text_input", initial_value: "live-1" });
    expect(attribute(one(drawn(input), "input"), "value")).toBe("live-1");
    const typed = drawn(input, { values: { room: "" } });
    expect(attribute(one(typed, "input"), "value")).toBe("");
  });

  test("may have any name", () => {
    const input = {
      ...field({ type: "plain_text_input", action_id: "constructor" }),
      block_id: "toString",
    };
    const root = drawn(input, { values: {}, errors: {} });
    expect(attribute(one(root, "input"), "value")).toBe("");
    expect(all(root, "p")).toEqual([]);
  });

  test("tell what is typed", () => {
    const told: string[][] = [];
    const root = drawn(field({ type: "plain_text_input", multiline: true }), {
      onInput: (...input) => told.push(input),
    });
    const control = one(root, "textarea");
    Object.assign(control, { value: "live-2" });
    fire(control, "input");
    expect(told).toEqual([["room", "live-2"]]);
  });

  test("with radio buttons are a group with a legend", () => {
    const told: string[][] = [];
    const options = ["one", "two"].map((value) => ({ text: plain(value), value }));
    const root = drawn(field({ type: "radio_buttons", options, initial_option: options[1] }), {
      onInput: (...input) => told.push(input),
    });
    expect(textOf(one(one(root, "fieldset"), "legend"))).toBe("Room ID");
    const radios = all(root, "input");
    expect(radios.map((radio) => attribute(radio, "checked") ?? false)).toEqual([false, true]);
    expect(new Set(radios.map((radio) => attribute(radio, "name"))).size).toBe(1);
    const [first] = radios;
    if (first !== undefined) fire(first, "change");
    expect(told).toEqual([["room", "one"]]);
  });

  test.each([
    ["static_select", ["Choose", "One 🎉"]],
    ["users_select", ["Choose", "Ada"]],
    ["channels_select", ["Choose", "#support"]],
    ["conversations_select", ["Choose", "#support", "Ada"]],
  ])("%s", (type, expected) => {
    const root = drawn(field({ type, options: [{ text: plain("One :tada:"), value: "1" }] }), {
      options: { users: [{ id: "UADA", name: "Ada" }], channels: [{ id: "C1", name: "support" }] },
    });
    expect(all(root, "option").map(textOf)).toEqual(expected);
    expect(attribute(one(root, "label"), "for")).toBe(attribute(one(root, "select"), "id"));
  });

  test("that nobody knows are a quiet line", () =>
    expect(markup(drawn(field({ type: "timepicker" })))).toBe(
      "<p>Room ID: an input of type timepicker</p>",
    ));
});

test("a select outside an input acts at once", () => {
  const pressed: Action[] = [];
  const root = drawn(
    actions({ type: "users_select", action_id: "who", placeholder: plain("Who") }),
    {
      onAction: (action) => pressed.push(action),
    },
  );
  const select = one(root, "select");
  expect(attribute(select, "aria-label")).toBe("Who");
  Object.assign(select, { value: "UADA" });
  fire(select, "change");
  expect(pressed).toEqual([{ blockId: "row", actionId: "who", value: "UADA" }]);
});
