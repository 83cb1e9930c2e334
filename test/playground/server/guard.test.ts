import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { people, places } from "../../../simulator/slack/seed.ts";
import { startPlayground } from "../../support/playground.ts";

/** Whether anybody listens there. */
function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => socket.end(() => resolve(true)));
    socket.once("error", () => resolve(false));
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** As any program may ask, with the path and the headers just as they are. */
function ask(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const { method = "GET", headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    request.on("error", reject).end(body);
  });
}

const say = JSON.stringify({
  as: people.asker,
  act: { kind: "say", channel: places.support, text: "hello" },
});
const json = { "content-type": "application/json" };

describe("the playground's server", () => {
  it("serves the page on loopback alone, with a policy that lets nothing else in", async () => {
    const { url } = await startPlayground();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    const { port } = new URL(url);
    const reached = others.map(({ address }) => reaches(address, Number(port)));
    expect(await Promise.all(reached)).toEqual(others.map(() => false));
    const { status, headers, body } = await ask(url, "/");
    expect(status).toBe(200);
    expect(body).toContain("<title>page</title>");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it.each([["evil.example"], ["evil.example:4870"], ["127.0.0.1:1"], ["127.0.0.1.evil.example"]])(
    "refuses the host %s, which was made to point here",
    async (host) => {
      const { url } = await startPlayground();
      expect((await ask(url, "/", { headers: { host } })).status).toBe(403);
      const stream = await ask(url, "/playground/stream", { headers: { host } });
      expect(stream.status).toBe(403);
    },
  );

  it("takes the names of loopback as hosts", async () => {
    const { url } = await startPlayground();
    const { port } = new URL(url);
    for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
      // oxlint-disable-next-line no-await-in-loop -- one server, one after the other
      const { status } = await ask(url, "/", { headers: { host: `${name}:${port}` } });
      expect({ name, status }).toEqual({ name, status: 200 });
    }
  });

  it.each([
    ["of another page", () => ({ origin: "https://evil.example" })],
    ["of another port", () => ({ origin: "http://127.0.0.1:1" })],
    ["with another scheme", (url: string) => ({ origin: url.replace("http:", "https:") })],
    ["that is opaque", () => ({ origin: "null" })],
    ["that is missing", () => ({})],
  ])("does nothing for an Origin %s", async (_, originOf) => {
    const { url, slack } = await startPlayground();
    const headers = { ...json, ...originOf(url) } as Record<string, string>;
    const { status } = await ask(url, "/playground/acts", { method: "POST", headers, body: say });
    expect(status).toBe(403);
    expect(slack.workspace.messages).toEqual([]);
  });

  it("lets no other page listen", async () => {
    const { url } = await startPlayground();
    const headers = { origin: "https://evil.example" };
    expect((await ask(url, "/playground/stream", { headers })).status).toBe(403);
  });

  it("can't be held open by other pages, but a link leads to it from anywhere", async () => {
    const { url } = await startPlayground();
    const other = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    expect((await ask(url, "/playground/stream", { headers: other })).status).toBe(403);
    const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect((await ask(url, "/", { headers: link })).status).toBe(200);
  });

  it("takes acts as JSON alone, which no foreign form can send", async () => {
    const { url, slack } = await startPlayground();
    const headers = { "content-type": "text/plain", origin: url };
    const { status } = await ask(url, "/playground/acts", { method: "POST", headers, body: say });
    expect(status).toBe(415);
    expect(slack.workspace.messages).toEqual([]);
  });

  it.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/main.js/../../package.json",
    "//etc/passwd",
    "/index.html%00",
    "/__proto__",
    "/nothing",
  ])("has nothing at %s", async (path) => {
    const { url } = await startPlayground();
    const { status, body } = await ask(url, path);
    expect(status).toBe(404);
    expect(body).toBe("There is nothing here.\n");
  });

  it("serves the other files of the page", async () => {
    const { url } = await startPlayground();
    const { status, headers } = await ask(url, "/main.js");
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("text/javascript");
  });

  it("says in words what is wrong with an act, and goes on", async () => {
    const { url, act } = await startPlayground();
    const headers = { ...json, origin: url };
    const post = (body: string) => ask(url, "/playground/acts", { method: "POST", headers, body });
    const long = JSON.stringify({ long: "x".repeat(200_000) });
    for (const body of ["", "{", "[]", '{"as":"U1","act":{"kind":"nothing"}}', "null", long]) {
      // oxlint-disable-next-line no-await-in-loop -- one server, one after the other
      const answer = await post(body);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: expect.any(String) });
    }
    expect(await act({ kind: "say", channel: places.support, text: "still here" })).toEqual({
      ok: true,
    });
  });
});
