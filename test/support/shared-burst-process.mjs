// Asks for many rooms at once, with what was built, over slots that it shares with others; for the
// test of several processes. Says how long it took, and what came of it.
import { setMaxListeners } from "node:events";
import { randomUUID } from "node:crypto";
import { defaults } from "../../dist/defaults.js";
import { openSlotTable } from "../../dist/store/slot-table.js";
import { openStore } from "../../dist/store/open-store.js";
import { connectTencent } from "../../dist/tencent/connect.js";
import { createSharedSlots } from "../../dist/tencent/shared-slots.js";

const { BURST_URL, BURST_APP, BURST_KEY, BURST_DATABASE, BURST_COUNT } = process.env;
const app = {
  sdkAppId: Number(BURST_APP),
  secretKey: BURST_KEY,
  identifier: "administrator",
  baseUrl: BURST_URL,
  qps: 200,
  backgroundShare: 0.5,
};
let slots;
if (BURST_DATABASE !== undefined) {
  await (await openStore({ kind: "postgres", url: BURST_DATABASE }, 5_000)).close();
  slots = createSharedSlots({
    table: await openSlotTable(BURST_DATABASE, defaults.slotTableMs),
    me: randomUUID(),
    ...app,
    figures: defaults,
    onAway: (error) => process.stderr.write(`${error ?? "there again"}\n`),
  });
  await slots.start();
}
const client = connectTencent(
  app,
  { ...defaults, longestLine: { person: 10_000, background: 1 } },
  { slots },
);
const { signal } = new AbortController();
setMaxListeners(0, signal);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
const start = performance.now();
const deadline = start + 60_000;
const answers = await Promise.all(
  Array.from({ length: Number(BURST_COUNT) }, (_, index) =>
    client.getRoomInfo(`room-${index + 1}`, { lane: "person", deadline, signal }),
  ),
);
const seconds = (performance.now() - start) / 1000;
const ok = answers.filter(({ kind }) => kind === "ok").length;
await client.close();
await slots?.stop();
process.stdout.write(`${JSON.stringify({ ok, seconds })}\n`, () => process.exit(0));
