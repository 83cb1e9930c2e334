import { expect, test } from "vitest";
import { BOT_USER, people, places } from "../../simulator/slack/seed.ts";
import { typedBy } from "../../simulator/slack/typed-text.ts";
import { startSlack } from "./slack-fixture.ts";

test.each([
  ["live-8821", "live-8821"],
  ["@greenroom live-8821", `<@${BOT_USER}> live-8821`],
  ["@Greenroom", `<@${BOT_USER}>`],
  ["ask (@ada).", `ask (<@${people.asker}>).`],
  ["see #support, please", `see <#${places.support}|support>, please`],
  ["@here and @everyone", "<!here> and <!everyone>"],
  ["@oncall", "<!subteam^S0ONCALL001|@oncall>"],
  // Nobody of that name, and no name at all.
  ["@nobody #nowhere a@ada @", "@nobody #nowhere a@ada @"],
  // What looks like a token is text that somebody typed.
  ["<!channel> <@U0EVIL> a & b", "&lt;!channel&gt; &lt;@U0EVIL&gt; a &amp; b"],
  ["&lt;", "&amp;lt;"],
])("a person's client makes of %o: %o", async (typed, held) => {
  const { workspace } = await startSlack();
  expect(typedBy(typed, workspace)).toBe(held);
});
