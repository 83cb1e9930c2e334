import { describe, expect, test } from "vitest";
import { people } from "../../simulator/slack/seed.ts";
import type { View } from "../../simulator/slack/views/view.ts";
import { startListening } from "./slack-events-fixture.ts";
import { buttons, callApi, section } from "./slack-fixture.ts";
import { plain } from "./slack-pieces.ts";

const { asker, colleague } = people;
const view = { type: "home", blocks: [section("My rooms"), buttons("refresh")] };

async function startWithHome() {
  const listening = await startListening();
  const publish = async (args: Record<string, unknown> = {}) =>
    (await callApi(listening.slack, "views.publish", { user_id: asker, view, ...args })).json;
  return { ...listening, publish };
}

describe("the Home tab", () => {
  test("app_home_opened carries the published view, once there is one", async () => {
    const { slack, events, publish } = await startWithHome();
    await slack.openHome(asker);
    await publish();
    await slack.openHome(asker);
    await slack.openHome(asker, "messages");
    expect(events()).toMatchObject([
      { type: "app_home_opened", user: asker, tab: "home", channel: "D0ASKERBOT1" },
      { tab: "home", view: { type: "home", blocks: view.blocks } },
      { tab: "messages" },
    ]);
    expect(events()[0]).not.toHaveProperty("view");
    expect(events()[2]).not.toHaveProperty("view");
  });

  test("is each user's own, keeps its ID and changes its hash", async () => {
    const { slack, publish } = await startWithHome();
    const first = (await publish())["view"] as { id: string; hash: string };
    const again = await publish({ view: { ...view, blocks: [] }, hash: first.hash });
    expect(again).toMatchObject({ ok: true, view: { id: first.id, blocks: [] } });
    await publish({ user_id: colleague });
    expect(slack.workspace.homes.get(asker)?.blocks).toEqual([]);
    expect(slack.workspace.homes.get(colleague)?.blocks).toMatchObject(view.blocks);
  });

  test("an old hash is refused with hash_conflict, an unknown user with user_not_found", async () => {
    const { publish } = await startWithHome();
    const { hash } = (await publish())["view"] as { hash: string };
    await publish();
    expect(await publish({ hash })).toMatchObject({ error: "hash_conflict" });
    expect(await publish({ user_id: "U0NOBODY" })).toMatchObject({ error: "user_not_found" });
  });

  test("a modal, a title and 101 blocks are refused with invalid_arguments", async () => {
    const { publish } = await startWithHome();
    for (const wrong of [
      { ...view, type: "modal" },
      { ...view, title: plain("Home") },
      { ...view, blocks: Array.from({ length: 101 }, () => section("a")) },
    ]) {
      expect(await publish({ view: wrong })).toMatchObject({ error: "invalid_arguments" });
    }
  });

  test("its buttons work for its user alone, and offer a trigger", async () => {
    const { slack, publish } = await startWithHome();
    await publish();
    const { id } = slack.workspace.homes.get(asker) as View;
    const { payload } = await slack.pressInView(asker, id, "refresh");
    expect(payload).toMatchObject({
      type: "block_actions",
      container: { type: "view", view_id: id },
      view: { type: "home" },
      trigger_id: expect.any(String) as string,
    });
    await expect(slack.pressInView(colleague, id, "refresh")).rejects.toThrow("cannot see");
  });
});
