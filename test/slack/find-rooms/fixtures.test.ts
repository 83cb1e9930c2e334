import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms } from "../../../src/slack/find-rooms/find-rooms.ts";

interface Fixture {
  readonly shows: string;
  readonly message: unknown;
  readonly expected: readonly string[];
}

const folder = new URL("../../fixtures/messages/", import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .toSorted()
  .map((file) => ({
    name: file.replace(/\.json$/, ""),
    fixture: JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture,
  }));

describe("a message as it comes", () => {
  test.each(fixtures)("$name", ({ fixture }) => {
    const found = findRooms(fixture.message, defaultRoomPatterns);
    expect(found.map(({ id }) => id)).toEqual(fixture.expected);
  });
});

describe("the messages", () => {
  const sources =
    "grafana alertmanager datadog pagerduty sentry cloudwatch opsgenie zabbix webhook person";

  test.each(sources.split(" "))("of %s are three or more, one of them without a room", (source) => {
    const own = fixtures.filter(({ name }) => name.startsWith(`${source}-`));
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.filter(({ fixture }) => fixture.expected.length === 0)).not.toEqual([]);
  });

  test("that name none say so in their name", () => {
    for (const { name, fixture } of fixtures) {
      expect([name, fixture.expected.length === 0]).toEqual([name, name.endsWith("-names-none")]);
    }
  });
});
