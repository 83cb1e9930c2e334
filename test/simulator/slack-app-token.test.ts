import { expect, test } from "vitest";
import type { SlackSimulatorOptions } from "../../simulator/slack/options.ts";
import { APP_TOKEN, BOT_TOKEN, callApi, startSlack } from "./slack-fixture.ts";

/** The header with the scopes, as it comes with an answer to this token. */
async function scopesToldTo(token: string, options: Partial<SlackSimulatorOptions>) {
  const slack = await startSlack(options);
  const method = token === APP_TOKEN ? "apps.connections.open" : "auth.test";
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${slack.apiUrl}${method}`, { method: "POST", headers });
  return response.headers.get("x-oauth-scopes");
}

test("an answer tells what its token was granted", async () => {
  const options = { scopes: ["commands", "chat:write"], appScopes: ["connections:write"] };
  expect(await scopesToldTo(BOT_TOKEN, options)).toBe("commands,chat:write");
  expect(await scopesToldTo(APP_TOKEN, options)).toBe("connections:write");
  expect(await scopesToldTo("xoxb-unknown", options)).toBeNull();
});

test("no socket is opened for an app-level token without connections:write", async () => {
  const slack = await startSlack({ appScopes: ["authorizations:read"] });
  expect((await callApi(slack, "apps.connections.open", {}, APP_TOKEN)).json).toEqual({
    ok: false,
    error: "missing_scope",
    needed: "connections:write",
    provided: "authorizations:read",
  });
});
