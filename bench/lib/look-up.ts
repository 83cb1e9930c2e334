import { defaults } from "../../src/defaults.ts";
import { createRoomLookup, type RoomLookup } from "../../src/room/look-up.ts";
import type { LookupResult } from "../../src/room/result.ts";
import type { RoomId } from "../../src/room/room-id.ts";
import { connectTencent } from "../../src/tencent/connect.ts";
import { sdkAppId, secrets } from "./place.ts";

export interface BenchLookup extends RoomLookup {
  close(): Promise<void>;
}

/** The bot's look-up, within `qps` queries a second, with a line as long as any question asks. */
export function lookupAt(baseUrl: string, qps: number): BenchLookup {
  const client = connectTencent(
    {
      sdkAppId,
      secretKey: secrets.secretKey,
      identifier: "administrator",
      baseUrl,
      qps,
      backgroundShare: 1,
    },
    { ...defaults, silenceMs: 0, longestLine: { person: 200_000, background: 200_000 } },
  );
  const lookup = createRoomLookup({ client, ...defaults, deadlineMs: 600_000 });
  return { ...lookup, close: () => client.close() };
}

/** Reads `prefix-1` to `prefix-count`, all of which have to be there. */
export async function readRooms(
  lookup: RoomLookup,
  prefix: string,
  count: number,
): Promise<Extract<LookupResult, { kind: "found" }>[]> {
  const results = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      lookup.lookUp(`${prefix}-${index + 1}` as RoomId, { lane: "background" }),
    ),
  );
  return results.map((result) => {
    if (result.kind !== "found") throw new Error(JSON.stringify(result));
    return result;
  });
}
