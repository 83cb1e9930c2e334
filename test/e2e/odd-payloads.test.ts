import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { places } from "../../simulator/slack/seed.ts";
import { setStage, type Stage } from "../support/stage.ts";
import { interactionsIn } from "../support/log-lines.ts";

/** A place for answers on a port of its own, as some stand-ins for Slack have it. */
async function listenForAnswers(answer = "ok") {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      response.end(bodies.length === 1 ? answer : "ok");
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { bodies, url: `http://localhost:${port}/answers`, close: () => server.close() };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

describe("what another Slack may send", () => {
  let stage: Stage;
  let answers: Awaited<ReturnType<typeof listenForAnswers>>;
  beforeEach(async () => {
    stage = await setStage("http");
    answers = await listenForAnswers();
  });
  afterEach(async () => {
    answers.close();
    await stage.close();
  });

  const heard = (count = 1) => vi.waitFor(() => expect(answers.bodies).toHaveLength(count));
  const press = (payload: Record<string, unknown>) =>
    stage.slack.deliver({
      body: form({
        payload: JSON.stringify({
          type: "block_actions",
          team: { id: "T1" },
          response_url: answers.url,
          actions: [
            { type: "button", action_id: "room_refresh", block_id: "b", value: "live-room" },
          ],
          ...payload,
        }),
      }),
    });

  it("a response_url on another port is answered", async () => {
    await stage.slack.deliver({
      body: form({ command: "/room", text: "live-room", response_url: answers.url }),
    });
    await heard();
    expect(answers.bodies[0]?.["text"]).toContain("Friday night karaoke");
  });

  it("a press without a container: without a message it was for one person, and stays so", async () => {
    await press({ user: { id: "U1" }, channel: { id: "C1" } });
    await heard();
    expect(answers.bodies[0]).toMatchObject({
      response_type: "ephemeral",
      replace_original: true,
      text: expect.stringContaining("Friday night karaoke") as unknown,
    });
  });

  it("a press without a container: with its message it was for the channel", async () => {
    const channel = { id: places.support };
    await press({ user: { id: "U1" }, channel, message: { ts: "1.2" } });
    await heard();
    expect(answers.bodies[0]).toMatchObject({ response_type: "in_channel" });
  });

  it("a press with neither container nor channel has its one outcome all the same", async () => {
    await press({ user: { id: "U1" } });
    await heard();
    await vi.waitFor(() => expect(interactionsIn(stage.log)).toHaveLength(1));
  });

  it("a command of another name is logged with that name, so that the manifest can be mended", async () => {
    const body = form({ command: "/rooms", text: "x", response_url: answers.url });
    // Nobody answers it: Slack would tell the asker so.
    await stage.slack.deliver({ body }).catch(() => undefined);
    await vi.waitFor(() => expect(stage.log.join("")).toContain('"command":"/rooms"'), {
      timeout: 5_000,
    });
  });
});

it("200 with ok false and a passing error is no end: the answer is posted again", async () => {
  const answers = await listenForAnswers('{"ok":false,"error":"ratelimited"}');
  const stage = await setStage("http");
  await stage.slack.deliver({
    body: form({ command: "/room", text: "live-room", response_url: answers.url }),
  });
  await vi.waitFor(() => expect(answers.bodies).toHaveLength(2), { timeout: 5_000 });
  answers.close();
  await stage.close();
});

it("an answer of Tencent's that is none keeps its RequestId and words for the card", async () => {
  const tencent = createServer((_, response) => {
    response.end('{"ActionStatus":"FAIL","ErrorInfo":"weird","RequestId":"Id-odd-1"}');
  });
  await new Promise<void>((resolve) => void tencent.listen(0, "127.0.0.1", resolve));
  const { port } = tencent.address() as AddressInfo;
  const stage = await setStage("http", {
    environment: { TENCENT_API_URL: `http://127.0.0.1:${port}` },
  });
  const interaction = await stage.slack.command({ text: "live-room" });
  const [card] = await interaction.settled();
  expect(card?.text).toContain("RequestId Id-odd-1");
  expect(card?.text).toContain("weird");
  tencent.close();
  await stage.close();
});

it("HEAD asks for health as GET does", async () => {
  const stage = await setStage("http");
  for (const path of ["healthz", "readyz"]) {
    // oxlint-disable-next-line no-await-in-loop -- two requests
    expect((await fetch(`${stage.botUrl}/${path}`, { method: "HEAD" })).status).toBe(200);
  }
  const refused = await fetch(`${stage.botUrl}/healthz`, { method: "POST" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET"]);
  await stage.close();
});
