import { describe, expect, test } from "vitest";
import { codeCard } from "../../src/cards/code-card.ts";
import { readCode } from "../../src/tencent/catalogue/explain.ts";
import { shownIn } from "./flaws.ts";

const card = (code: number, tries = 1) => codeCard(readCode(code), tries);

describe("the card that explains a code without a look-up", () => {
  test("carries meaning, who acts, next step and the number with its family", () => {
    const { text } = card(60010);
    expect(text).toContain("Who acts: The people who run this bot.");
    expect(text).toContain("Next step: ");
    expect(text).toContain("Code 60010 (REST gateway)");
  });

  test("shows no RequestId, time or button: nothing was asked", () => {
    const { text, blocks } = card(60010);
    expect(text).not.toMatch(/RequestId|Read \d/);
    expect(blocks.map(({ type }) => type)).not.toContain("actions");
  });

  test("says first that it is about a code, so that nobody takes it for a room's state", () => {
    expect(card(100004).text.split("\n")[0]).toMatch(/100004/);
    expect(card(60010).text.split("\n")[0]).toMatch(/60010/);
  });

  test("says how often a look-up tries before anybody sees the code", () => {
    expect(card(100001, 3).text).toContain("tried up to 3 times");
    expect(card(60010, 1).text).not.toContain("tried");
  });

  test("says both readings where Tencent's tables disagree", () => {
    expect(card(70003).text).toMatch(/Either: .+ Or: /);
  });

  test("names the subject of a code that Tencent documents for something else", () => {
    const { text } = card(20003);
    expect(text.split("\n")[0]).toBe("This code is not about rooms");
    expect(text).toContain("Code 20003 (sending and storing Chat messages)");
    expect(text).toContain("Who acts: You.");
  });

  test("says that a negative number comes from inside the app, and where to look", () => {
    const { text } = card(-3301);
    expect(text).toContain("Numbers with a minus come from the parts of Tencent inside your app");
    expect(text).toContain("trtc.io");
    expect(text).toContain("Code -3301 (client SDK)");
  });

  test("says of a number that no server has that its minus may be dropped", () => {
    const { text } = card(3301);
    expect(text).toContain("numbers like -3301, and the minus is often dropped");
  });

  test("is honest about a code in no table", () => {
    const { text } = card(60999);
    expect(text).toMatch(/not documented/);
    expect(text).toContain("belong to the family “REST gateway”");
    expect(card(999999999).text).toContain("in none of Tencent's bands");
  });

  test("does not say that Tencent sent a code which somebody typed", () => {
    expect(card(60999).text).not.toMatch(/Tencent sent/);
  });

  test("says of 0 that it means no error", () => {
    expect(card(0).text).not.toMatch(/not documented|not known/);
  });

  test.each([0, -1, 1, 3301, 10001, 20003, 60010, 100004, 100005, 999999999])(
    "shows the same words as blocks and as text: %d",
    (code) => {
      const shown = shownIn(card(code)).replaceAll("*", "").replaceAll("•", "");
      for (const word of card(code).text.split(/\s+/)) expect(shown).toContain(word);
    },
  );
});
