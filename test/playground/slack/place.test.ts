import { expect, test } from "vitest";
import { placeIn, searchFor } from "../../../playground/page/slack/pure/place.ts";

test.each([
  ["", undefined],
  ["?as=U1", undefined],
  ["?thread=1.2", undefined],
  ["?channel=", undefined],
  ["?channel=C1", { channel: "C1" }],
  ["?channel=C1&thread=", { channel: "C1" }],
  ["?as=U1&channel=C1&thread=1.000002", { channel: "C1", thread: "1.000002" }],
])("the address %j names %o", (search, place) => {
  expect(placeIn(search)).toEqual(place);
});

test("a place goes into the address, and what else is there stays", () => {
  const search = searchFor("?as=U1&channel=C1&thread=1.2", { channel: "home" });
  expect(search).toBe("?as=U1&channel=home");
  expect(placeIn(searchFor(search, { channel: "C 2", thread: "3.4" }))).toEqual({
    channel: "C 2",
    thread: "3.4",
  });
});
