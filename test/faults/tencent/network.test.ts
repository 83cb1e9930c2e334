import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../../simulator/network/listen.ts";
import type { Fault } from "../../../simulator/tencent/weather.ts";
import { answerTo, endings, faultStage, impatient } from "../../support/fault-stage.ts";
import type { Stage } from "../../support/stage.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let patiently: Stage;
let impatiently: Stage;
beforeAll(async () => {
  patiently = await faultStage("http");
  impatiently = await faultStage("http", { figures: impatient });
});

/** What the asker of a room reads, while this goes wrong for it, and how often it was asked about. */
async function under(fault: Fault, stage = patiently) {
  const room = `room-${fault.kind}`;
  stage.tencent.rooms.create({ RoomId: room });
  stage.tencent.weather.setForRoom(room, fault);
  const { words } = await answerTo(stage.slack, room);
  expect(words).toContain("Code: none given");
  return { words, queries: stage.tencent.stats().byRoom.get(room) };
}

/** What the asker reads of a bot that asks at another address. */
async function at(address: string) {
  const elsewhere = await faultStage("http", { environment: { TENCENT_API_URL: address } });
  const { words } = await answerTo(elsewhere.slack, "live-room");
  const [line] = await endings(elsewhere);
  return { words, line };
}

describe.concurrent("Tencent's network", () => {
  it("Tencent refuses the connection", async () => {
    const { words, line } = await at("http://127.0.0.1:1");
    expect(words).toContain("Tencent's server turned the connection away");
    expect(words).toContain("Asked 3 times");
    expect(words).toContain("The question was never sent");
    expect(line).toMatchObject({ outcome: "failed", code: "connection-refused", tries: 3 });
  });

  it("Tencent resets the connection", async () => {
    const { words, queries } = await under({ kind: "reset" });
    expect(words).toContain("The connection to Tencent broke off");
    expect(words).toContain("Asked 3 times");
    expect(queries).toBe(3);
  });

  it("Tencent resets once and then answers", async () => {
    const own = await faultStage("http");
    own.tencent.weather.next(1, { kind: "reset" });
    expect((await answerTo(own.slack, "live-room")).words).toContain("Friday night karaoke");
    expect(own.tencent.stats().queries).toBe(2);
  });

  it("Tencent takes the query and never answers", async () => {
    const { words, queries } = await under({ kind: "hang" }, impatiently);
    expect(words).toContain("Tencent did not answer in time");
    expect(words).toContain("*Who acts:* Tencent.");
    expect(words).toContain("Asked 3 times");
    expect(queries).toBe(3);
  });

  it("Tencent answers too late", async () => {
    const { words, queries } = await under({ kind: "slow", ms: 5_000 }, impatiently);
    expect(words).toContain("Tencent did not answer in time");
    expect(queries).toBe(3);
  });

  it("Tencent answers late but in time", async () => {
    patiently.tencent.weather.setForRoom("live-room", { kind: "slow", ms: 1_000 });
    const { words } = await answerTo(patiently.slack, "live-room");
    expect(words).toContain("Friday night karaoke");
  });

  it("Tencent's headers come byte by byte", async () => {
    const { words, queries } = await under({ kind: "drip-headers", ms: 20 }, impatiently);
    expect(words).toContain("Tencent did not answer in time");
    expect(queries).toBe(3);
  });

  it("Tencent's answer comes byte by byte", async () => {
    const { words, queries } = await under({ kind: "drip", ms: 20 }, impatiently);
    expect(words).toContain("Tencent did not answer in time");
    expect(queries).toBe(3);
  });

  it("Tencent's answer breaks off in the middle", async () => {
    const { words, queries } = await under({ kind: "cut" });
    expect(words).toContain("The connection to Tencent broke off");
    expect(words).toContain("Nothing is known about the room itself");
    expect(queries).toBe(3);
  });

  it("Tencent's answer breaks off behind the headers", async () => {
    const { words, queries } = await under({ kind: "refuse-after-headers" });
    expect(words).toContain("The connection to Tencent broke off");
    expect(queries).toBe(3);
  });

  it("Tencent's name is not found (DNS)", async () => {
    // RFC 2606 keeps .invalid from ever being a name.
    const { words, line } = await at("https://tencent.invalid");
    expect(words).toContain("Tencent's address could not be found");
    expect(words).toContain("*Who acts:* The people who run this bot.");
    expect(line).toMatchObject({ outcome: "failed", code: "name-not-found" });
  });

  it("Tencent's certificate is not to be trusted", async () => {
    const server = createTlsServer(selfSigned(), (_, response) => response.end("{}"));
    let requests = 0;
    server.on("request", () => (requests += 1));
    const port = await listen(server, { port: 0, host: "127.0.0.1" });
    const { words, line } = await at(`https://127.0.0.1:${port}`);
    server.close();
    expect(words).toContain("The connection to Tencent is not safe");
    expect(words).toContain("check its clock, its certificates");
    expect(line).toMatchObject({ code: "tls-failed", tries: 1 });
    // Neither the query nor the signature in it went to a stranger.
    expect(requests).toBe(0);
  });

  it("Tencent's address speaks no TLS", async () => {
    const plain = createServer((_, response) => response.end());
    const port = await listen(plain, { port: 0, host: "127.0.0.1" });
    const { words, line } = await at(`https://127.0.0.1:${port}`);
    plain.close();
    expect(words).toContain("The connection to Tencent is not safe");
    expect(line).toMatchObject({ code: "tls-failed", tries: 1 });
  });
});

/** A certificate that nobody vouches for, made anew: none is kept with its key. */
function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const subject = ["-subj", "/CN=console.tim.qq.com", "-days", "1"];
  const files = ["-keyout", key, "-out", cert];
  execFileSync("openssl", ["req", "-x509"].concat(curve, subject, files), { stdio: "pipe" });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
