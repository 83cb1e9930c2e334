import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { headOf, openRaw } from "../support/raw-http.ts";
import { roomCommandForm, signatureHeaders } from "../support/raw-command.ts";
import { setStage, type Stage } from "../support/stage.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const bodyLimit = 4_096;

describe("before a request has proved to be Slack's", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage("http", { figures: { requestBodyLimit: bodyLimit } });
  });
  afterAll(() => stage.close());

  const post = (headers: Readonly<Record<string, string>>) =>
    openRaw(stage.botUrl, headOf("POST /slack/events", headers));

  it("an unsigned one is refused without its body being waited for", async () => {
    const unsigned = await post({ "content-length": "1000" });
    expect((await unsigned.closed).heard).toMatch(/^HTTP\/1\.1 401 /);
  });

  it("one whose length is too much is refused without its body being waited for", async () => {
    const long = await post({ ...signatureHeaders(""), "content-length": String(bodyLimit + 1) });
    expect((await long.closed).heard).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("one without a length is read as far as the limit, and no further than twice that", async () => {
    const endless = await post({ ...signatureHeaders(""), "transfer-encoding": "chunked" });
    const piece = `800\r\n${"x".repeat(0x800)}\r\n`;
    for (let sent = 0; sent <= 2 * bodyLimit; sent += 0x800) endless.socket.write(piece);
    expect((await endless.closed).heard).not.toMatch(/^HTTP\/1\.1 2/);
  });

  it("two lengths, or a length and chunks, are no request at all", async () => {
    const both = await post({ "content-length": "5", "transfer-encoding": "chunked" });
    expect((await both.closed).heard).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("nothing of it reaches Tencent", async () => {
    const interaction = await stage.slack.command({ text: "live-room" });
    await interaction.settled();
    expect(stage.tencent.stats().queries).toBe(1);
  });
});

it("a recorded command that is sent again after a restart does nothing", async () => {
  const environment = { DATA_DIR: temporaryFolder() };
  const first = await setStage("http", { environment });
  const body = roomCommandForm("live-room", `${first.slack.url}/commands/T/1/none`);
  const headers = {
    ...signatureHeaders(body),
    "content-type": "application/x-www-form-urlencoded",
  };
  const send = (stage: Stage) =>
    fetch(`${stage.botUrl}/slack/events`, { method: "POST", body, headers });
  expect((await send(first)).status).toBe(200);
  await vi.waitFor(() => expect(first.tencent.stats().queries).toBe(1));
  await first.close();

  const second = await setStage("http", { environment });
  try {
    expect((await send(second)).status).toBe(200);
    const interaction = await second.slack.command({ text: "quiet-room" });
    await interaction.settled();
    expect(second.tencent.stats().queries).toBe(1);
  } finally {
    await second.close();
  }
});
