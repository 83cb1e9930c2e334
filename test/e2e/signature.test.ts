import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { interactionsIn, readLog } from "../support/log-lines.ts";
import { roomCommandForm, signatureHeaders } from "../support/raw-command.ts";
import { secrets, setStage, type Stage } from "../support/stage.ts";

const oldSecret = "0123456789abcdef0123456789abcdef";
const bodyLimit = 4_096;

describe("POST /slack/events", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage("http", {
      figures: { rememberMs: 1, requestBodyLimit: bodyLimit },
      environment: { SLACK_SIGNING_SECRET: `${secrets.signingSecret},${oldSecret}` },
    });
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.tencent.resetStats());

  const form = (): string => roomCommandForm("live-room", `${stage.slack.url}/commands/T/1/none`);

  const padded = (length: number): string => `${form()}&pad=`.padEnd(length, "x");

  async function statusOf(headers: Record<string, string>, body = form()): Promise<number> {
    // Only these headers: what the simulator would sign by itself is left out.
    const bare = () => ({ "content-type": "application/x-www-form-urlencoded", ...headers });
    return (await stage.slack.deliver({ body, headers: bare })).status;
  }

  /** A right command, so that whatever came before it has been seen to do nothing. */
  async function queriesAfterOneMore(): Promise<number> {
    const interaction = await stage.slack.command({ text: "quiet-room" });
    await interaction.settled();
    return stage.tencent.stats().queries - 1;
  }

  it.each<[string, (body: string) => Record<string, string>]>([
    ["no signature at all", () => ({})],
    [
      "a time and no signature",
      (body) => {
        const { "x-slack-signature": _, ...rest } = signatureHeaders(body);
        return rest;
      },
    ],
    [
      "a signature and no time",
      (body) => {
        const { "x-slack-request-timestamp": _, ...rest } = signatureHeaders(body);
        return rest;
      },
    ],
    [
      "a signature of another version",
      (body) => {
        const right = signatureHeaders(body);
        return { ...right, "x-slack-signature": `v1=${"0".repeat(64)}` };
      },
    ],
    ["a signature that is too short", (body) => shortened(signatureHeaders(body))],
    [
      "a time that is no number",
      (body) => ({ ...signatureHeaders(body), "x-slack-request-timestamp": "soon" }),
    ],
    ["the signature of another secret", (body) => signatureHeaders(body, { secret: "another" })],
    ["the signature of another body", (body) => signatureHeaders(`${body}&more=1`)],
    [
      "the signature of another time",
      (body) => {
        const at = Number(signatureHeaders(body)["x-slack-request-timestamp"]) + 1;
        return { ...signatureHeaders(body), "x-slack-request-timestamp": String(at) };
      },
    ],
    ["a time more than five minutes ago", (body) => signatureHeaders(body, { ahead: -302 })],
    ["a time more than five minutes ahead", (body) => signatureHeaders(body, { ahead: 302 })],
  ])("refuses %s with 401, and Tencent hears nothing of it", async (_, headers) => {
    const body = form();
    expect(await statusOf(headers(body), body)).toBe(401);
    expect(await queriesAfterOneMore()).toBe(0);
  });

  it("logs why it refused, without the signature", async () => {
    const from = stage.log.length;
    const body = form();
    const headers = signatureHeaders(body, { secret: "another" });
    await statusOf(headers, body);
    const lines = stage.log.slice(from);
    const refusals = readLog(lines).filter((line) => "flaw" in line);
    expect(refusals).toMatchObject([{ level: "warn", flaw: "wrong" }]);
    expect(lines.join()).not.toContain(headers["x-slack-signature"]);
  });

  it.each([
    ["four minutes ago", -240],
    ["four minutes ahead", 240],
  ])("takes a time %s, since clocks differ", async (_, ahead) => {
    const body = form();
    expect(await statusOf(signatureHeaders(body, { ahead }), body)).toBe(200);
    await vi.waitFor(() => expect(stage.tencent.stats().queries).toBe(1));
  });

  it.each([
    ["new", secrets.signingSecret],
    ["old", oldSecret],
  ])("takes the %s of two secrets while one is being rotated", async (_, secret) => {
    const body = form();
    expect(await statusOf(signatureHeaders(body, { secret }), body)).toBe(200);
    await vi.waitFor(() => expect(stage.tencent.stats().queries).toBe(1));
  });

  it("does nothing when the same request comes again within five minutes", async () => {
    const from = stage.log.length;
    stage.slack.fault.repeatDelivery(2);
    const interaction = await stage.slack.command({ text: "asked-twice" });
    await interaction.settled();
    expect(await queriesAfterOneMore()).toBe(1);
    expect(interaction.posts).toHaveLength(1);
    const asked = () =>
      interactionsIn(stage.log.slice(from)).filter(({ room }) => room === "asked-twice");
    await vi.waitFor(() => expect(asked()).toHaveLength(1), 5_000);
  });

  it("understands a form whose content type names a charset", async () => {
    const body = form();
    const type = { "content-type": "Application/X-WWW-Form-Urlencoded; charset=utf-8" };
    expect(await statusOf({ ...signatureHeaders(body), ...type }, body)).toBe(200);
    await vi.waitFor(() => expect(stage.tencent.stats().queries).toBe(1));
  });

  it("takes a body of the longest length, and refuses one byte more with 413", async () => {
    const [fits, over] = [padded(bodyLimit), padded(bodyLimit + 1)];
    expect(await statusOf(signatureHeaders(fits), fits)).toBe(200);
    await vi.waitFor(() => expect(stage.tencent.stats().queries).toBe(1));
    expect(await statusOf(signatureHeaders(over), over)).toBe(413);
    expect(await queriesAfterOneMore()).toBe(1);
  });

  it("answers Slack's check of the address with its challenge", async () => {
    const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB" });
    const answer = await stage.slack.deliver({ body, contentType: "application/json" });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toContain("3eZbrw1aB");
  });

  it("answers Slack's check of the certificate", async () => {
    expect(await stage.slack.deliver({ body: "ssl_check=1" })).toMatchObject({ status: 200 });
  });

  it("refuses what it can't read with 400", async () => {
    const answer = await stage.slack.deliver({ body: "{no", contentType: "application/json" });
    expect(answer.status).toBe(400);
  });

  it.each([
    ["GET", "/slack/events", 405],
    ["PUT", "/slack/events", 405],
    ["POST", "/slack/other", 404],
    ["GET", "/", 404],
    ["GET", "/healthz/", 404],
    ["POST", "/healthz", 405],
  ])("answers %s %s with %i", async (method, path, status) => {
    expect((await fetch(`${stage.botUrl}${path}`, { method })).status).toBe(status);
  });
});

function shortened(headers: Record<string, string>): Record<string, string> {
  return { ...headers, "x-slack-signature": `${headers["x-slack-signature"]}`.slice(0, -2) };
}
