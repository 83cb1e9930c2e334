import { request } from "node:http";
import { expect, test } from "vitest";
import type { SlackActivity } from "../../simulator/slack/activity.ts";
import { BOT_TOKEN, startBot, startSlack } from "./slack-fixture.ts";

const startWatched = async () => {
  const seen: SlackActivity[] = [];
  const slack = await startSlack({ observe: (activity) => seen.push(activity) });
  return { slack, seen };
};

test("an observer hears of a delivery, and then of its acknowledgement", async () => {
  const { slack, seen } = await startWatched();
  await startBot(slack, { body: "", afterMs: 30 });
  const { ack } = await slack.command({ text: "live-room" });
  expect(seen.map(({ kind }) => kind)).toEqual(["delivered", "acknowledged"]);
  const [delivered, acknowledged] = seen;
  expect(delivered).toMatchObject({ delivery: { payload: { text: "live-room" } } });
  expect(acknowledged).toMatchObject({ ack });
  expect((acknowledged?.at ?? 0) - (delivered?.at ?? 0)).toBeGreaterThanOrEqual(29);
});

test("an observer hears of deliveries that nobody acknowledges", async () => {
  const { slack, seen } = await startWatched();
  slack.requestUrl = "http://127.0.0.1:9/slack/events";
  await slack.command({ text: "live-room" });
  expect(seen.at(-1)).toMatchObject({ kind: "acknowledged", ack: { ok: false } });
});

test("an observer hears of each call of the bot's with what became of it", async () => {
  const { slack, seen } = await startWatched();
  const call = (token: string) =>
    fetch(`${slack.apiUrl}auth.test`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
  await call(BOT_TOKEN);
  await call("xoxb-wrong");
  expect(seen).toMatchObject([
    { kind: "called", call: { method: "auth.test", outcome: "ok" } },
    { kind: "called", call: { method: "auth.test", outcome: "invalid_auth" } },
  ]);
  const backwards = seen.filter((one) => one.kind === "called" && one.at < one.startedAt);
  expect(backwards).toEqual([]);
});

test("a page gets the requests that no app makes, and no others", async () => {
  const { slack } = await startWatched();
  const asked: string[] = [];
  slack.page = (incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    response.end("a page");
    return incoming.url !== "/not-mine";
  };
  expect(await (await fetch(`${slack.url}/`)).text()).toBe("a page");
  await fetch(`${slack.apiUrl}auth.test`, { method: "POST" });
  await fetch(`${slack.url}/commands/T1/1/secret`, { method: "POST" });
  expect(asked).toEqual(["GET /"]);
});

test("an address that is none is refused", async () => {
  const { slack } = await startWatched();
  const { hostname, port } = new URL(slack.url);
  const status = await new Promise((resolve, reject) => {
    request({ hostname, port, path: "//" }, ({ statusCode }) => resolve(statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(400);
});

test("without a page there is nothing for a browser", async () => {
  const { slack } = await startWatched();
  expect((await fetch(`${slack.url}/`)).status).toBe(405);
});
