import { describe, expect, test } from "vitest";
import { places } from "../../simulator/slack/seed.ts";
import type { Fault } from "../../simulator/slack/faults.ts";
import { callApi, postTo, responseUrlOf, startBot, startSlack } from "./slack-fixture.ts";

const post = { channel: places.support, text: "a" };

async function startWithUrl() {
  const slack = await startSlack();
  const received = await startBot(slack);
  const asked = await slack.command({ text: "a" });
  return { slack, received, asked, url: responseUrlOf(asked) };
}

describe("faults of response URLs", () => {
  test.each<[Fault, unknown]>([
    [{ kind: "status", status: 500 }, { status: 500 }],
    [
      { kind: "rate_limited", retryAfter: 7 },
      { status: 429, retryAfter: "7" },
    ],
    [
      { kind: "error", error: "invalid_blocks" },
      { status: 400, text: "invalid_blocks" },
    ],
  ])("%o, once, and nothing is posted", async (fault, answer) => {
    const { slack, url } = await startWithUrl();
    slack.fault.responseUrl(fault);
    expect(await postTo(url, { text: "a" })).toMatchObject(answer as object);
    expect(slack.workspace.messages).toEqual([]);
    expect(slack.calls).toMatchObject([{ outcome: `fault: ${fault.kind}` }]);
    expect(await postTo(url, { text: "a" })).toMatchObject({ status: 200 });
  });

  test("a reset cuts the connection", async () => {
    const { slack, url } = await startWithUrl();
    slack.fault.responseUrl({ kind: "reset" });
    await expect(postTo(url, { text: "a" })).rejects.toThrow("fetch failed");
    expect(slack.calls).toMatchObject([{ status: undefined, outcome: "fault: reset" }]);
  });

  test("a hanging answer never comes, and closing the simulator ends it", async () => {
    const { slack, url } = await startWithUrl();
    slack.fault.responseUrl({ kind: "hang" });
    const options = { method: "POST", body: "{}", signal: AbortSignal.timeout(30) };
    await expect(fetch(url, options)).rejects.toThrow("timeout");
    slack.fault.responseUrl({ kind: "hang" });
    const hanging = fetch(url, { method: "POST", body: "{}" });
    const ended = hanging.catch((error: unknown) => String(error));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await slack.close();
    expect(await ended).toContain("fetch failed");
  });

  test("an applied fault posts and hides it, so that a retry doubles the post", async () => {
    const { slack, asked, url } = await startWithUrl();
    slack.fault.responseUrl({ kind: "status", status: 500, applied: true });
    expect(await postTo(url, { text: "a" })).toMatchObject({ status: 500 });
    await postTo(url, { text: "a" });
    expect(await asked.settled(2)).toHaveLength(2);
    expect(slack.workspace.messages).toHaveLength(2);
  });
});

describe("faults of the Web API", () => {
  test("meet the method they were set for, as often as they were set", async () => {
    const slack = await startSlack();
    slack.fault.webApi("chat.postMessage", { kind: "status", status: 503 }, 2);
    expect((await callApi(slack, "auth.test")).status).toBe(200);
    expect((await callApi(slack, "chat.postMessage", post)).status).toBe(503);
    expect((await callApi(slack, "chat.postMessage", post)).status).toBe(503);
    expect((await callApi(slack, "chat.postMessage", post)).status).toBe(200);
  });

  test("rate limits carry Retry-After, errors come with 200, * is any method", async () => {
    const slack = await startSlack();
    slack.fault.webApi("*", { kind: "rate_limited", retryAfter: 30 });
    expect(await callApi(slack, "auth.test")).toMatchObject({ status: 429, retryAfter: "30" });
    slack.fault.webApi("*", { kind: "error", error: "internal_error" });
    expect(await callApi(slack, "auth.test")).toMatchObject({
      status: 200,
      json: { error: "internal_error" },
    });
  });

  test("of any call meet Web API and response URLs alike, and are counted", async () => {
    const slack = await startSlack();
    slack.fault.anyCall({ kind: "rate_limited", retryAfter: 2 }, 2);
    slack.fault.repeatDelivery(1);
    slack.fault.repeatEvents(3);
    expect([slack.fault.waiting, slack.fault.repeats]).toEqual([3, 3]);
    await startBot(slack);
    const url = responseUrlOf(await slack.command({ text: "a" }));
    const statuses = [
      await callApi(slack, "chat.postMessage", post),
      await postTo(url, { text: "a" }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([429, 429]);
    expect(slack.fault.waiting).toBe(0);
  });

  test("are forgotten on clear", async () => {
    const slack = await startSlack();
    slack.fault.webApi("*", { kind: "hang" });
    slack.fault.clear();
    expect((await callApi(slack, "auth.test")).status).toBe(200);
  });
});

describe("faults on the way to the bot", () => {
  test("a repeated delivery is the same request, byte for byte", async () => {
    const { slack, received } = await startWithUrl();
    slack.fault.repeatDelivery();
    await slack.command({ text: "again" });
    await slack.command({ text: "once" });
    expect(received.map(({ fields }) => fields["text"])).toEqual(["a", "again", "again", "once"]);
    expect(received[2]?.body).toBe(received[1]?.body);
    const signature = "x-slack-signature";
    expect(received[2]?.headers[signature]).toBe(received[1]?.headers[signature]);
  });
});

describe("waiting for posts", () => {
  test("gives up with what came", async () => {
    const { asked } = await startWithUrl();
    await expect(asked.settled(1, 10)).rejects.toThrow("expected 1 posts, 0 came");
  });

  test("sees messages of the whole workspace", async () => {
    const slack = await startSlack();
    const waiting = slack.waitForMessages(({ channel }) => channel === places.support);
    await callApi(slack, "chat.postMessage", post);
    expect(await waiting).toMatchObject([{ text: "a", via: "chat.postMessage" }]);
    await expect(slack.waitForMessages(() => false, 10)).rejects.toThrow("0 came");
  });
});
