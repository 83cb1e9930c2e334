import { channel } from "node:diagnostics_channel";
import { expect, test } from "vitest";
import { watchPongs } from "../../src/slack/pongs.ts";
import { socketStateOf } from "../../src/slack/socket-states.ts";

test("a socket was heard when it opened and at each pong, and each socket for itself", () => {
  let now = 100;
  const pongs = watchPongs(() => now);
  const [one, other] = [{}, {}];
  expect(pongs.ageOf(one)).toBeUndefined();
  channel("undici:websocket:open").publish({ websocket: one });
  channel("undici:websocket:open").publish({ websocket: other });
  now += 35_000;
  channel("undici:websocket:pong").publish({ websocket: one });
  now += 1_000;
  expect(pongs.ageOf(one)).toBe(1_000);
  expect(pongs.ageOf(other)).toBe(36_000);
  pongs.stop();
  channel("undici:websocket:pong").publish({ websocket: one });
  expect(pongs.ageOf(one)).toBe(1_000);
});

test("what else is said on these channels does no harm", () => {
  const pongs = watchPongs();
  for (const message of [undefined, null, "pong", {}, { websocket: null }, { websocket: "x" }]) {
    expect(() => channel("undici:websocket:pong").publish(message)).not.toThrow();
  }
  const later = {};
  channel("undici:websocket:pong").publish({ websocket: later });
  expect(pongs.ageOf(later)).toBeDefined();
  pongs.stop();
});

test.each([
  ["has no socket yet", {}, { isOpen: false, pongAgeMs: undefined }],
  [
    "is open",
    { websocket: { isActive: () => true, websocket: {} } },
    { isOpen: true, pongAgeMs: 7 },
  ],
  [
    "is closing",
    { websocket: { isActive: () => false, websocket: null } },
    { isOpen: false, pongAgeMs: undefined },
  ],
])("a client of Slack's that %s", (_, client, state) => {
  expect(socketStateOf(client, () => 7)).toEqual(state);
});
