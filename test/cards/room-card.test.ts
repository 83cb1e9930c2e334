import { describe, expect, test } from "vitest";
import { bareRoom, cardOfRoom, fullRoom, rowOf } from "./found.ts";
import { flawsOf, shownIn } from "./flaws.ts";

const field = (text: string) => ({ type: "plain_text", text, emoji: false });
const label = (text: string) => ({ type: "mrkdwn", text: `*${text}*`, verbatim: true });
const words = (text: string) => ({ type: "mrkdwn", text, verbatim: true });
const button = (action_id: string, text: string) => ({
  type: "button",
  action_id,
  text: field(text),
  value: action_id === "room_refresh" ? "live-room?f.m0.h0.s1.e1234" : "live-room",
});

describe("the card of a room with everything known", () => {
  const card = cardOfRoom(fullRoom, { activityLabels: { "1": "on air" } });

  test("shows every field as blocks, in this order", () => {
    expect(card.blocks).toEqual([
      { type: "header", text: field("Friday show") },
      { type: "section", text: words("This room exists at Tencent.") },
      {
        type: "section",
        fields: [
          label("Room ID"),
          field("live-room"),
          label("Type"),
          field("Live"),
          label("Owner"),
          field("144115233775727695"),
          label("Created"),
          words("<!date^1700000000^{date_short_pretty} {time}|2023-11-14 22:13 UTC> (3 hours ago)"),
          label("Seats"),
          words("On, people apply for one first, up to 8"),
        ],
        accessory: {
          type: "image",
          image_url: "https://example.com/cover.png",
          alt_text: "Cover of the room",
        },
      },
      {
        type: "section",
        fields: [
          label("Capacity"),
          words("Up to 500 people, a limit of the plan"),
          label("Chat"),
          words("Open"),
          label("Room list"),
          words("Shown"),
          label("Entries so far"),
          words("1,234 (people who come back are counted again; not how many are inside)"),
          label("Activity status"),
          field("on air (1)"),
        ],
      },
      { type: "section", fields: [label("Categories"), field("3, 17 (your app's own tag)")] },
      {
        type: "context",
        elements: [
          field("RequestId req-1"),
          words("Read <!date^1700010800^{date_short_pretty} {time}|2023-11-15 01:13 UTC>"),
        ],
      },
      {
        type: "actions",
        elements: [button("room_refresh", "Refresh"), button("room_share", "Share to channel")],
      },
    ]);
  });

  test("says the same as text", () => {
    expect(card.text.split("\n")).toEqual([
      "Friday show",
      "This room exists at Tencent.",
      "Room ID: live-room",
      "Type: Live",
      "Owner: 144115233775727695",
      "Created: 2023-11-14 22:13 UTC (3 hours ago)",
      "Seats: On, people apply for one first, up to 8",
      "Capacity: Up to 500 people, a limit of the plan",
      "Chat: Open",
      "Room list: Shown",
      "Entries so far: 1,234 (people who come back are counted again; not how many are inside)",
      "Activity status: on air (1)",
      "Categories: 3, 17 (your app's own tag)",
      "RequestId req-1",
      "Read 2023-11-15 01:13 UTC",
    ]);
  });

  test("never says how full it is, who watches, or that it is live", () => {
    const everything = `${card.text}\n${shownIn(card)}`;
    expect(everything).not.toMatch(/\bfull\b|viewer|watching|online|present|\d\s*(\/|of)\s*500/i);
    expect(everything).not.toMatch(/\bis live\b|\bended\b/i);
  });

  test("has no button to share it once the channel sees it", () => {
    const shared = cardOfRoom(fullRoom, { shared: true });
    expect(shared.blocks.at(-1)).toEqual({
      type: "actions",
      elements: [button("room_refresh", "Refresh")],
    });
  });
});

describe("the card of a room with nothing but an ID", () => {
  test("leaves out what is not known", () => {
    expect(cardOfRoom(bareRoom).text.split("\n")).toEqual([
      "Live room",
      "This room exists at Tencent.",
      "Room ID: live-room",
      "RequestId req-1",
      "Read 2023-11-15 01:13 UTC",
    ]);
  });

  test.each([bareRoom, fullRoom])("holds no undefined, null or NaN (%#)", (room) => {
    const card = cardOfRoom(room);
    expect(JSON.stringify(card)).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
    expect(flawsOf(card)).toEqual([]);
  });
});

describe("what may explain a complaint", () => {
  test("a muted chat is stated as a fact", () => {
    const card = cardOfRoom({ chatMuted: true });
    expect(rowOf(card, "Chat")).toBe("Muted for everyone");
    expect(shownIn(card)).toMatch(/^Chat is muted for everyone in this room\./m);
    expect(card.text).toMatch(/^Chat is muted for everyone in this room\./m);
  });

  test("a hidden room is said to work all the same", () => {
    const card = cardOfRoom({ hidden: true });
    expect(rowOf(card, "Room list")).toBe("Hidden");
    expect(shownIn(card)).toMatch(/left out of the room list\..*works all the same/);
  });

  test("an open chat and a listed room give no remark", () => {
    expect(shownIn(cardOfRoom({ chatMuted: false, hidden: false }))).not.toMatch(/somebody/i);
  });
});

describe("numbers", () => {
  test("beyond 2^53 come out digit for digit", () => {
    const card = cardOfRoom({ owner: "144115233775727695", entries: 144115233775727695n });
    expect(rowOf(card, "Owner")).toBe("144115233775727695");
    expect(rowOf(card, "Entries so far")?.replaceAll(",", "")).toMatch(/^144115233775727695 /);
  });

  test("of entries, even none, are never called viewers", () => {
    expect(rowOf(cardOfRoom({ entries: 0 }), "Entries so far")).toMatch(
      /^0 \(people who come back are counted again; not how many are inside\)$/,
    );
  });

  test("of zero for a limit are no limit, so they are left out", () => {
    const card = cardOfRoom({ mostMembers: 0, mostSeats: 0 });
    expect(rowOf(card, "Capacity")).toBeUndefined();
    expect(rowOf(card, "Seats")).toBeUndefined();
  });
});
