// Hubot with its Slack adapter and one script, as `hubot -a @hubot-friends/hubot-slack` runs it.
// The adapter knows no other Web API than Slack's, so its client is exchanged for one that does.
import { Robot } from "hubot";
import { WebClient } from "@slack/web-api";

const { env } = process;
env.HUBOT_SLACK_APP_TOKEN = env.SLACK_APP_TOKEN;
env.HUBOT_SLACK_BOT_TOKEN = env.SLACK_BOT_TOKEN;
env.HUBOT_SLACK_SOCKET_MODE_OPTS = JSON.stringify({
  logLevel: "error",
  clientOptions: { slackApiUrl: env.SLACK_API_URL },
});
env.HUBOT_LOG_LEVEL = "error";
env.DISABLE_USER_SYNC = "true";

const robot = new Robot("@hubot-friends/hubot-slack", false, "greenroom");
await robot.loadAdapter();
robot.adapter.client.web = new WebClient(env.SLACK_BOT_TOKEN, {
  slackApiUrl: env.SLACK_API_URL,
  logLevel: "error",
});
robot.respond(/room (.*)/, (response) => response.send(response.match[1]));
robot.adapter.once("connected", () => {
  process.stdout.write(`${JSON.stringify({ port: 0 })}\n`);
});
await robot.run();
