// The same command in bare Bolt, with fetch and no care: no quota, no retries, no joined questions,
// no time-outs, nothing explained, nothing logged, numbers as JSON.parse has them. It signs once at
// its start, which is cheap, and fails when the signature runs out.
import bolt from "@slack/bolt";
import { Api } from "tls-sig-api-v2";

const { env } = process;
const socketMode = env.SLACK_APP_TOKEN !== undefined;
const app = new bolt.App({
  token: env.SLACK_BOT_TOKEN,
  ...(socketMode
    ? { socketMode, appToken: env.SLACK_APP_TOKEN }
    : { signingSecret: env.SLACK_SIGNING_SECRET }),
  clientOptions: { slackApiUrl: env.SLACK_API_URL },
  logLevel: bolt.LogLevel.ERROR,
});
const appId = Number(env.TENCENT_SDK_APP_ID);
const userSig = new Api(appId, env.TENCENT_SECRET_KEY).genUserSig("administrator", 86_400);
const url = `${env.TENCENT_API_URL}/v4/live_engine_http_srv/get_room_info`;

app.command("/room", async ({ ack, command, respond }) => {
  await ack();
  const random = Math.floor(Math.random() * 2 ** 32);
  const query = `sdkappid=${appId}&identifier=administrator&usersig=${userSig}&random=${random}&contenttype=json`;
  const response = await fetch(`${url}?${query}`, {
    method: "POST",
    body: JSON.stringify({ RoomId: command.text }),
  });
  const { ErrorCode, ErrorInfo, Response } = await response.json();
  const text =
    ErrorCode === 0
      ? Object.entries(Response.RoomInfo)
          .map(([name, value]) => `*${name}*: ${value}`)
          .join("\n")
      : `Error ${ErrorCode}: ${ErrorInfo}`;
  await respond({ text, blocks: [{ type: "section", text: { type: "mrkdwn", text } }] });
});

const server = await app.start(0);
process.stdout.write(`${JSON.stringify({ port: socketMode ? 0 : server.address().port })}\n`);
