import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { people, places } from "../../simulator/slack/seed.ts";
import { modes, secrets, setStage, type Stage } from "../support/stage.ts";

const name = "Friday night karaoke";

describe.each(modes)("the Home tab over %s", (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(mode, { environment: { ALERT_CHANNELS: places.support } });
  });
  afterEach(() => stage.close());

  const homeOf = (user: string) => stage.slack.workspace.homes.get(user);

  /** What the tab of somebody shows, once it shows this. */
  async function shown(text: string, user: string = people.asker): Promise<string> {
    return vi.waitFor(() => {
      const view = JSON.stringify(homeOf(user)?.blocks ?? []);
      expect(view).toContain(text);
      return view;
    });
  }

  async function ask(text: string, user: string = people.asker): Promise<void> {
    await (await stage.slack.command({ text, user })).settled();
  }

  async function refresh(): Promise<void> {
    const view = homeOf(people.asker);
    if (view === undefined) throw new Error("there is no Home tab");
    await stage.slack.pressInView(people.asker, view.id, "home_refresh");
  }

  it("says how to ask and what is set up, and no secret", async () => {
    await stage.slack.openHome(people.asker);
    const view = await shown("/room live-8821");
    expect(view).toContain("1400000000");
    expect(view).toContain(`<#${places.support}>`);
    expect(view).toContain("None since this bot was started");
    for (const secret of Object.values(secrets)) expect(view).not.toContain(secret);
  });

  it("lists what its reader looked up, the newest first, and nobody else's", async () => {
    await ask("gone-room");
    await ask("live-room");
    await ask("muted-room", people.colleague);
    await stage.slack.openHome(people.asker);
    const view = await shown(name);
    expect(view.indexOf(name)).toBeLessThan(view.indexOf("gone-room"));
    expect(view).toContain("No room with this ID.");
    expect(view).not.toContain("Product launch");
  });

  it("Refresh reads a room again and shows it at the top", async () => {
    await ask("live-room");
    await stage.slack.openHome(people.asker);
    await shown(name);
    stage.tencent.rooms.dissolve("live-room");
    await refresh();
    const view = await shown("No room with this ID right now");
    expect(view).toContain("Your last look-ups");
    expect(view).not.toContain(name);
  });

  it("a refresh that fails says who acts, and keeps the list", async () => {
    await ask("live-room");
    await stage.slack.openHome(people.asker);
    await shown(name);
    stage.tencent.weather.set({ kind: "code", code: 70_003 });
    await refresh();
    const view = await shown("Who acts");
    expect(view).toContain("Could not be read.");
  });

  it("a guest sees neither settings nor look-ups", async () => {
    await stage.slack.openHome(people.guest);
    const view = await shown("members of the company alone", people.guest);
    expect(view).not.toContain("1400000000");
  });
});

it("a Home tab that Slack has no time for is shown a moment later", async () => {
  const stage = await setStage("http");
  stage.slack.fault.webApi("views.publish", { kind: "rate_limited", retryAfter: 0 });
  await stage.slack.openHome(people.asker);
  await vi.waitFor(() => expect(stage.slack.workspace.homes.size).toBe(1), 3_000);
  await stage.close();
});

it("a Home tab that Slack refuses is logged, with its reason", async () => {
  const stage = await setStage("http");
  stage.slack.fault.webApi("views.publish", { kind: "error", error: "not_enabled" });
  await stage.slack.openHome(people.asker);
  await vi.waitFor(() => expect(stage.log.join()).toContain("a Home tab could not be shown"));
  expect(stage.log.join()).toContain("not_enabled");
  await stage.close();
});

it("with ALLOWED_USERS, others are told so", async () => {
  const stage = await setStage("http", { environment: { ALLOWED_USERS: people.colleague } });
  await stage.slack.openHome(people.asker);
  await vi.waitFor(() =>
    expect(JSON.stringify(stage.slack.workspace.homes.get(people.asker)?.blocks)).toContain(
      "This bot may not answer you",
    ),
  );
  await stage.close();
});

it("an answer that a Home tab does not take is logged as lost", async () => {
  const stage = await setStage("http");
  await (await stage.slack.command({ text: "live-room" })).settled();
  await stage.slack.openHome(people.asker);
  const view = await vi.waitFor(() => {
    const home = stage.slack.workspace.homes.get(people.asker);
    if (home === undefined) throw new Error("there is no Home tab yet");
    return home;
  });
  stage.slack.fault.webApi("views.publish", { kind: "error", error: "not_enabled" });
  await stage.slack.pressInView(people.asker, view.id, "home_refresh");
  await vi.waitFor(() => expect(stage.log.join()).toContain("did not reach its asker"));
  await stage.close();
});
