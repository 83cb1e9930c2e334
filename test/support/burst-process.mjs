// Asks for 3,000 rooms at once with what was built, until it is killed: a bot in the middle of a
// burst, for the test of a restart.
import { setMaxListeners } from "node:events";
import { defaults } from "../../dist/defaults.js";
import { connectTencent } from "../../dist/tencent/connect.js";

const { BURST_URL, BURST_APP, BURST_KEY } = process.env;
const client = connectTencent(
  {
    sdkAppId: Number(BURST_APP),
    secretKey: BURST_KEY,
    identifier: "administrator",
    baseUrl: BURST_URL,
    qps: 200,
  },
  { ...defaults, longestLine: { person: 3_000, background: 1 } },
);
const { signal } = new AbortController();
setMaxListeners(0, signal);
const deadline = performance.now() + 60_000;
await Promise.all(
  Array.from({ length: 3_000 }, (_, index) =>
    client.getRoomInfo(`room-${index + 1}`, { lane: "person", deadline, signal }),
  ),
);
