import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import { escapeText } from "../../simulator/slack/typed-text.ts";
import { hostileStrings } from "../playground/block-kit/hostile-strings.ts";
import { builtPage, useBrowser } from "../support/page.ts";
import { startPlayground } from "../support/playground.ts";

const { openAt } = useBrowser();

const bot = { id: "B0HOSTILE01", name: "Hostile" };

/** What the page made of a message: what is live in it, and what a reader sees. */
interface Drawn {
  readonly live: readonly string[];
  readonly text: string;
}

const drawn = (page: Page): Promise<Drawn[]> =>
  page
    .getByRole("main")
    .locator("article")
    .evaluateAll((articles) =>
      articles.map((article) => {
        const body = article.querySelector(".slack-message-body") ?? article;
        const live = body.querySelectorAll(
          "script, iframe, object, embed, img, svg, form, input, style, link, meta, a, .bk-mention, time, b, i, s, code",
        );
        return {
          live: [...live].map((element) => element.outerHTML),
          text: body.textContent,
        };
      }),
    );

it("shows 30 hostile strings and more as the characters that they are", async () => {
  expect(hostileStrings.length).toBeGreaterThanOrEqual(30);
  const { slack, url } = await startPlayground("http", { folder: builtPage });
  for (const text of hostileStrings) {
    // oxlint-disable-next-line no-await-in-loop -- their order is the page's
    await slack.say({
      channel: places.support,
      bot,
      blocks: [
        { type: "section", text: { type: "plain_text", text: escapeText(text), emoji: false } },
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
        },
      ],
    });
  }
  const { page } = await openAt(url);
  await expect.poll(async () => (await drawn(page)).length).toBe(hostileStrings.length);
  const shown = await drawn(page);
  for (const [index, text] of hostileStrings.entries()) {
    const seen = squeezed(text);
    expect({ text, live: shown[index]?.live, seen: squeezed(shown[index]?.text ?? "") }).toEqual({
      text,
      live: [],
      seen: seen + seen,
    });
  }
});

it("makes no token live that somebody typed", async () => {
  const { url, act } = await startPlayground("http", { folder: builtPage });
  const { page } = await openAt(url);
  for (const text of [
    "<!channel>",
    `<@${people.asker}>`,
    "<!date^1^{date}|x>",
    "<https://evil.example|click>",
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- their order is the page's
    await act({ kind: "say", channel: places.support, text });
  }
  await expect.poll(async () => (await drawn(page)).length).toBe(4);
  // An address that somebody types is a link, as in Slack: its own, under its own words.
  const bodies = page.getByRole("main").locator(".slack-message-body");
  expect(await bodies.locator(".bk-mention, time").count()).toBe(0);
  const links = bodies.locator("a");
  expect(await links.count()).toBe(1);
  for (const link of await links.all()) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await link.getAttribute("href")).toContain(await link.innerText());
  }
});

/** White space is drawn as the page's styles have it. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
