import { describe, expect, test } from "vitest";
import type { Room } from "../../src/room/room.ts";
import { flawsOf } from "./flaws.ts";
import { cardOfRoom, rowOf, moment, threeHours } from "./found.ts";

describe("seats in words", () => {
  test.each<[string, Partial<Room>, string]>([
    ["off", { seatsEnabled: false, seatMode: "free", mostSeats: 8 }, "Off"],
    ["on", { seatsEnabled: true }, "On"],
    [
      "free",
      { seatsEnabled: true, seatMode: "free", mostSeats: 8 },
      "On, anyone may take one, up to 8",
    ],
    ["apply", { seatMode: "apply" }, "People apply for one first"],
    ["none", { seatsEnabled: true, seatMode: "none" }, "On, nobody can take one"],
    ["a number alone", { mostSeats: 16 }, "Up to 16 seats"],
    ["an unknown mode as it came", { seatMode: { raw: "Lottery_3" } }, "Mode “Lottery_3”"],
  ])("%s", (_, room, expected) => {
    expect(rowOf(cardOfRoom(room), "Seats")).toBe(expected);
  });
});

describe("the activity status", () => {
  test("is the operator's word for it, with the number", () => {
    const card = cardOfRoom({ activityStatus: "2" }, { activityLabels: { "2": "rehearsal" } });
    expect(rowOf(card, "Activity status")).toBe("rehearsal (2)");
  });

  test("is the number, said to be a tag of the app, where the operator gave no word", () => {
    const card = cardOfRoom({ activityStatus: "2" }, { activityLabels: { "1": "on air" } });
    expect(rowOf(card, "Activity status")).toBe("2 (your app's own tag)");
  });

  test.each(["constructor", "toString", "__proto__"])(
    "of %s is no property of an object",
    (status) => {
      expect(rowOf(cardOfRoom({ activityStatus: status }), "Activity status")).toBe(
        `${status} (your app's own tag)`,
      );
    },
  );
});

const createdAgo = (ageInSeconds: number) =>
  rowOf(cardOfRoom({ createdAt: (moment + threeHours) / 1000 - ageInSeconds }), "Created");

describe("the age", () => {
  test.each([
    [0, "less than a minute"],
    [59, "less than a minute"],
    [60, "1 minute"],
    [3_599, "59 minutes"],
    [3_600, "1 hour"],
    [86_399, "23 hours"],
    [86_400, "1 day"],
    [200 * 86_400, "200 days"],
  ])("of %d s is said as %s", (seconds, expected) => {
    expect(createdAgo(seconds)).toContain(`(${expected} ago)`);
  });

  test("is left out for a room from the future: a clock is wrong, and nobody knows whose", () => {
    expect(createdAgo(-60)).toBe("2023-11-15 01:14 UTC");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300])(
    "of a room created at %d breaks no card",
    (createdAt) => {
      expect(flawsOf(cardOfRoom({ createdAt }))).toEqual([]);
    },
  );
});

const hasCover = (coverUrl: string | undefined) =>
  JSON.stringify(cardOfRoom({ coverUrl }).blocks).includes('"image"');

describe("the cover", () => {
  test.each([
    "https://example.com/a.png",
    "http://example.com/a.png",
    "HTTPS://EXAMPLE.com/ä b.png",
  ])("is shown from %s", (url) => {
    expect(hasCover(url)).toBe(true);
    expect(flawsOf(cardOfRoom({ coverUrl: url }))).toEqual([]);
  });

  test.each([
    undefined,
    "",
    "cover.png",
    "//example.com/a.png",
    "javascript:alert(1)",
    "data:image/png;base64,AAAA",
    "ftp://example.com/a.png",
    "https://user:password@example.com/a.png",
    `https://example.com/${"a".repeat(3_000)}`,
    `https://example.com/${"ä".repeat(600)}`,
  ])("is left out for %s", (url) => {
    expect(hasCover(url)).toBe(false);
    expect(flawsOf(cardOfRoom({ coverUrl: url }))).toEqual([]);
  });

  test("stands beside the rows, never as a block of its own that could sink the message", () => {
    const { blocks } = cardOfRoom({ coverUrl: "https://example.com/a.png" });
    expect(blocks.map(({ type }) => type)).not.toContain("image");
  });
});
