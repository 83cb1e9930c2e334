import { expect, it } from "vitest";
import { modes } from "../support/stage.ts";
import { once, shuffle } from "../support/shuffled.ts";

const some = { mentions: 60, alerts: 40, links: 30, steps: 30, homes: 20 };

it.each(modes)(
  "events that come four times, shuffled, have their effect once: %s",
  async (mode) => {
    expect(await shuffle(mode, some)).toEqual(once(some));
  },
);
