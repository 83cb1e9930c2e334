import { describe, expect, test } from "vitest";
import { helpCard, noticeCard, ownFaultCard, underWayCard } from "../../src/cards/notices.ts";
import { commandTable } from "../../src/slack/commands/table.ts";
import { flawsOf, shownIn } from "./flaws.ts";

describe("the help", () => {
  test("lists every command of the table, with its usage", () => {
    const card = helpCard(commandTable);
    for (const { usage, summary } of commandTable) {
      expect(card.text).toContain(`${usage}: ${summary}`);
      expect(shownIn(card)).toContain(usage);
      expect(shownIn(card)).toContain(summary);
    }
  });

  test("says who sees an answer, and how to have an ID taken as it is", () => {
    expect(helpCard(commandTable).text).toMatch(/for you alone, unless you share it/);
    expect(helpCard(commandTable).text).toMatch(/double quotes/);
  });
});

describe("a refusal", () => {
  test("says what, why and what to type instead", () => {
    const card = noticeCard({
      title: "Which room?",
      body: "The ID is missing.",
      suggestion: "/room a",
    });
    expect(card.text).toBe("Which room?\nThe ID is missing.\nTry: /room a");
    expect(shownIn(card)).toBe("Which room?\nThe ID is missing.\n*Try*\n/room a");
  });

  test("without a suggestion has none", () => {
    expect(noticeCard({ title: "Title", body: "Body." }).text).toBe("Title\nBody.");
  });

  test("shows what was typed as words, never as markup", () => {
    const suggestion = "/room <!channel> & <https://evil.example|x>";
    const card = noticeCard({ title: "Title", body: "Body.", suggestion });
    expect(flawsOf(card)).toEqual([]);
    expect(shownIn(card)).toContain("/room &lt;!channel&gt; &amp; &lt;https");
  });
});

describe("the word that a look-up is under way", () => {
  test("names the room, and is one short line", () => {
    expect(underWayCard("live-8821").text).toMatch(/^Asking Tencent about live-8821\.[^\n]{0,80}$/);
  });
});

describe("a fault of the bot's own", () => {
  test("says what to do, and the reference that the log has", () => {
    const { text } = ownFaultCard("1a2b3c4d");
    expect(text).toContain("1a2b3c4d");
    expect(text).toMatch(/Ask again\./);
    expect(text).toMatch(/the people who run this bot/);
  });

  test("holds nothing of the error itself", () => {
    expect(ownFaultCard("1a2b3c4d").text).not.toMatch(/Error|stack|at .+:\d+/);
  });
});
