import { defaults } from "../../src/defaults.ts";
import { createRoomLookup } from "../../src/room/look-up.ts";
import type { LookupResult } from "../../src/room/result.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { connectTencent, type TencentFigures } from "../../src/tencent/connect.ts";
import type { Lane } from "../../src/tencent/quota.ts";
import { sdkAppId, secrets } from "./stage.ts";

/** A look-up over the whole quota of 200, with a line and a deadline long enough for a burst. */
export function createBurstLookup(baseUrl: string, figures: Partial<TencentFigures> = {}) {
  const client = connectTencent(
    {
      sdkAppId,
      secretKey: secrets.secretKey,
      identifier: "administrator",
      baseUrl,
      qps: 200,
      backgroundShare: 1,
    },
    { ...defaults, longestLine: { person: 10_000, background: 10_000 }, ...figures },
  );
  const lookup = createRoomLookup({ client, ...defaults, deadlineMs: 60_000 });
  return { lookup, close: () => client.close() };
}

/** Asks for `room-1` to `room-count` at once. */
export function askForAll(
  { lookUp }: Pick<ReturnType<typeof createBurstLookup>["lookup"], "lookUp">,
  count: number,
  lane: Lane = "person",
): Promise<LookupResult[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => lookUp(`room-${index + 1}` as RoomId, { lane })),
  );
}

export function kindsOf(results: readonly LookupResult[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const result of results) {
    const kind = result.kind === "failed" ? `failed: ${result.problem.title}` : result.kind;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}
