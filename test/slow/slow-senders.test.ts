import { afterAll, beforeAll, expect, it } from "vitest";
import { drip, headOf, openRaw } from "../support/raw-http.ts";
import { signatureHeaders } from "../support/raw-command.ts";
import { setStage, type Stage } from "../support/stage.ts";

/** Node looks every half second; the rest is a machine under load. */
const spareMs = 3_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage("http");
});
afterAll(() => stage.close());

it("200 senders of slow headers and 200 of slow bodies are gone in 5 and in 10 seconds, and people get answers meanwhile", async () => {
  const all = Array.from({ length: 200 });
  const headers = await Promise.all(all.map(() => openRaw(stage.botUrl, "POST / HTTP/1.1\r\n")));
  const head = headOf("POST /slack/events", {
    ...signatureHeaders(""),
    "content-length": "100000",
  });
  const bodies = await Promise.all(all.map(() => openRaw(stage.botUrl, head)));
  for (const one of headers) drip(one, "x: y\r\n", 500);
  for (const one of bodies) drip(one, "x", 500);

  const interaction = await stage.slack.command({ text: "live-room" });
  await interaction.settled();
  expect(interaction.posts).toHaveLength(1);

  for (const { afterMs } of await Promise.all(headers.map(({ closed }) => closed))) {
    expect(afterMs).toBeGreaterThan(5_000);
    expect(afterMs).toBeLessThan(5_000 + spareMs);
  }
  for (const { afterMs } of await Promise.all(bodies.map(({ closed }) => closed))) {
    expect(afterMs).toBeGreaterThan(10_000);
    expect(afterMs).toBeLessThan(10_000 + spareMs);
  }
});
