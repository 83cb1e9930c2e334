import { expect, it } from "vitest";
import { modes } from "../support/stage.ts";
import { once, shuffle } from "../support/shuffled.ts";

/** 10,000 events in all. */
const many = { mentions: 2_500, alerts: 1_500, links: 1_000, steps: 1_000, homes: 500 };

it.each(modes)(
  "10,000 events, each delivered four times in shuffled order, have their effect once: %s",
  async (mode) => {
    expect(once(many).events).toBe(10_000);
    expect(await shuffle(mode, many)).toEqual(once(many));
  },
  240_000,
);
