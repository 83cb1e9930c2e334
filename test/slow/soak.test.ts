import { expect, it } from "vitest";
import { soak } from "../soak/soak.ts";
import { modes } from "../support/stage.ts";

it.each(modes)(
  "a minute of mixed load and troubles: no interaction is lost (%s)",
  async (mode) => {
    const result = await soak(mode, 60, 20);
    expect(result).toMatchObject({ lost: [], mishaps: [], wrongWatches: [], exit: 0 });
    expect(result.late.handles).toBeLessThanOrEqual(result.early.handles + 5);
    expect(result.late.listeners).toBeLessThanOrEqual(result.early.listeners + 5);
    expect(result.late.warnings).toBe(0);
  },
  300_000,
);
