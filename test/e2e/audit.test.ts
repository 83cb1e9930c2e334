import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { BOT_USER, groups, people, places } from "../../simulator/slack/seed.ts";
import { interactionsIn } from "../support/log-lines.ts";
import { setStage, type Stage } from "../support/stage.ts";

/** What this bot has written down of them, so that an audit after it has them all. */
async function kept(stage: Stage, count: number): Promise<void> {
  const lines = () => interactionsIn(stage.log).filter(({ room }) => room !== undefined);
  await vi.waitFor(() => expect(lines().length).toBeGreaterThanOrEqual(count));
}

describe("/room audit", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage("http", { environment: { ADMIN_USERS: groups.oncall } });
    const { slack } = stage;
    const asked = [
      { text: "live-room", user: people.asker },
      { text: "gone-room", user: people.colleague, channel: places.backstage },
      { text: '"<!channel>"', user: people.asker },
      { text: "help", user: people.asker },
    ];
    for (const command of asked) {
      // One after the other, so that their order is known.
      const interaction = await slack.command(command); // oxlint-disable-line no-await-in-loop
      await interaction.settled(); // oxlint-disable-line no-await-in-loop
    }
    await kept(stage, 3);
  });
  afterAll(() => stage.close());

  async function answerTo(text: string, user: string = people.colleague) {
    const interaction = await stage.slack.command({ text, user });
    return (await interaction.settled())[0];
  }

  it("shows an admin who looked what up, where, and what came of it, for their eyes alone", async () => {
    const card = await answerTo("audit");
    expect(card?.visibility).toBe("ephemeral");
    const lines = card?.text.split("\n") ?? [];
    expect(lines[0]).toBe("Last look-ups");
    const rooms = lines.filter((line) => line.startsWith("Room ID: "));
    expect(rooms).toEqual([
      "Room ID: &lt;!channel&gt;",
      "Room ID: gone-room",
      "Room ID: live-room",
    ]);
    const [, about] = (card?.text ?? "").split("Room ID: gone-room\n");
    expect(about).toMatch(
      new RegExp(
        `^.* UTC\nBy ${people.colleague}\nIn ${places.backstage}\nWith /room\nThere was no such room\n`,
      ),
    );
    const blocks = JSON.stringify(card?.blocks);
    expect(blocks).toContain(`By <@${people.asker}>`);
    expect(blocks).toContain(`In <#${places.support}>`);
    expect(blocks).not.toContain("<!channel>");
  });

  it("of one room, of one person, and of both", async () => {
    const rooms = async (text: string) =>
      (await answerTo(text))?.text.match(/(?<=^Room ID: ).*$/gm) ?? [];
    expect(await rooms("audit gone-room")).toEqual(["gone-room"]);
    expect(await rooms(`audit by ${people.asker}`)).toEqual(["&lt;!channel&gt;", "live-room"]);
    expect(await rooms(`audit live-room by ${people.asker}`)).toEqual(["live-room"]);
    expect(await rooms(`audit live-room by ${people.colleague}`)).toEqual([]);
    expect((await answerTo("audit never-asked"))?.text).toContain("None that this bot has kept.");
  });

  it("refuses everybody else calmly, and shows them nothing", async () => {
    const card = await answerTo("audit", people.asker);
    expect(card?.visibility).toBe("ephemeral");
    expect(card?.text).toContain("This is for the people who run this bot");
    expect(card?.text).not.toContain("live-room");
  });

  it("asks for a member ID where a name stands, and never shares", async () => {
    expect((await answerTo("audit by @ada"))?.text).toContain("Which person?");
    const shared = await answerTo("audit live-room --share");
    expect(shared?.visibility).toBe("ephemeral");
    expect(shared?.text).toContain("This is never shared");
  });

  it("is answered behind /room alone: by its name, this bot says where", async () => {
    const { slack } = stage;
    const before = slack.workspace.messages.length;
    await slack.say({
      channel: places.support,
      user: people.colleague,
      text: `<@${BOT_USER}> audit`,
    });
    const fromBot = () =>
      slack.workspace.messages.slice(before).filter(({ user }) => user === BOT_USER);
    await vi.waitFor(() => expect(fromBot()).toHaveLength(1));
    expect(fromBot()[0]?.text).toContain("Ask for this with /room audit");
  });

  it("itself is no look-up, but a line in the log", async () => {
    await answerTo("audit gone-room");
    await vi.waitFor(() =>
      expect(interactionsIn(stage.log)).toContainEqual(
        expect.objectContaining({ user: people.colleague, result: "audit", ofRoom: "gone-room" }),
      ),
    );
    const text = (await answerTo("audit"))?.text ?? "";
    expect(text.match(/^Room ID: /gm)).toHaveLength(3);
  });
});

async function textFor(environment: Record<string, string>) {
  const stage = await setStage("http", { environment });
  const interaction = await stage.slack.command({ text: "audit" });
  const [card] = await interaction.settled();
  await stage.close();
  return card?.text;
}

describe("/room audit where it can't be answered", () => {
  it("is refused to everybody where nobody is listed", async () => {
    expect(await textFor({})).toContain("This is for the people who run this bot");
  });

  it("tells an admin that nothing is kept", async () => {
    const text = await textFor({ ADMIN_USERS: people.asker, DATA_DIR: "none" });
    expect(text).toContain("This bot keeps no look-ups");
  });

  it("refuses a guest, though listed", async () => {
    const stage = await setStage("http", { environment: { ADMIN_USERS: people.guest } });
    const interaction = await stage.slack.command({ text: "audit", user: people.guest });
    const [card] = await interaction.settled();
    await stage.close();
    expect(card?.text).not.toContain("Last look-ups");
  });
});

it("shows ten at most, and says where the others are", async () => {
  const stage = await setStage("http", { environment: { ADMIN_USERS: people.asker } });
  await Promise.all(
    Array.from({ length: 12 }, async (_, number) => {
      const interaction = await stage.slack.command({ text: `${"x".repeat(44)}-${number + 10}` });
      await interaction.settled();
    }),
  );
  await kept(stage, 12);
  const interaction = await stage.slack.command({ text: "audit" });
  const [card] = await interaction.settled();
  const shown = JSON.stringify(card?.blocks).match(/x{44}-\d\d/g);
  expect(shown).toHaveLength(10);
  expect(JSON.stringify(card?.blocks)).toContain("npx greenroom audit");
  await stage.close();
});
