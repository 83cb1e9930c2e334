// The limit: node:http alone. It checks Slack's signature, acknowledges, asks Tencent, and posts
// what came. Whatever a bot costs above this, it costs for what it does.
import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, createServer, request } from "node:http";
import { Api } from "tls-sig-api-v2";

const { env } = process;
const appId = Number(env.TENCENT_SDK_APP_ID);
const userSig = new Api(appId, env.TENCENT_SECRET_KEY).genUserSig("administrator", 86_400);
const query = `sdkappid=${appId}&identifier=administrator&usersig=${userSig}&contenttype=json`;
const roomInfo = `${env.TENCENT_API_URL}/v4/live_engine_http_srv/get_room_info?${query}&random=`;
const agent = new Agent({ keepAlive: true });

function post(url, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    request(url, { method: "POST", agent, headers }, (response) => {
      response.setEncoding("utf8");
      let text = "";
      response.on("data", (part) => (text += part));
      response.on("end", () => resolve(text));
      response.on("error", reject);
    })
      .on("error", reject)
      .end(body);
  });
}

const server = createServer((incoming, response) => {
  incoming.setEncoding("utf8");
  let body = "";
  incoming.on("data", (part) => (body += part));
  incoming.on("end", () => void answer(incoming.headers, body, response));
});

async function answer(headers, body, response) {
  const { "x-slack-request-timestamp": time, "x-slack-signature": signature = "" } = headers;
  const hash = createHmac("sha256", env.SLACK_SIGNING_SECRET).update(`v0:${String(time)}:${body}`);
  const [own, given] = [Buffer.from(`v0=${hash.digest("hex")}`), Buffer.from(signature)];
  if (own.length !== given.length || !timingSafeEqual(own, given)) {
    response.writeHead(401).end();
    return;
  }
  response.end();
  const form = new URLSearchParams(body);
  const random = Math.floor(Math.random() * 2 ** 32);
  const text = await post(roomInfo + random, JSON.stringify({ RoomId: form.get("text") }));
  await post(form.get("response_url"), JSON.stringify({ text }));
}

server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`);
});
