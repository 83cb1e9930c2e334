import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { sdkAppId, secrets } from "../support/stage.ts";
import { startTencentProcess } from "../support/tencent-process.ts";

const program = fileURLToPath(new URL("../support/burst-process.mjs", import.meta.url));

function startBurst(url: string): ChildProcess {
  return spawn(process.execPath, [program], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { BURST_URL: url, BURST_APP: String(sdkAppId), BURST_KEY: secrets.secretKey },
  });
}

it("a restart in the middle of a burst: still at most 200 in any second", async () => {
  const tencent = await startTencentProcess(3_000);
  for (let restart = 0; restart < 4; restart += 1) {
    const burst = startBurst(tencent.url);
    await sleep(2_500 + restart * 170);
    burst.kill("SIGKILL");
    await once(burst, "exit");
  }
  const { queries, refused, mostInASlidingSecond } = await tencent.stats();
  expect(queries).toBeGreaterThan(4 * 150);
  expect(refused).toBe(0);
  expect(mostInASlidingSecond).toBeLessThanOrEqual(200);
  await tencent.close();
});
