import { describe, expect, test } from "vitest";
import { defaultRoomPatterns } from "../../../src/slack/commands/room-links.ts";
import { findRooms } from "../../../src/slack/find-rooms/find-rooms.ts";

const idsIn = (text: string) => findRooms({ text }, defaultRoomPatterns).map(({ id }) => id);

describe("a text names a room by a key", () => {
  test.each<[string, ...string[]]>([
    ["room_id=live-8821", "live-8821"],
    ["level=error msg=stalled room_id=live-8821 code=100001", "live-8821"],
    ['level=error room_id="live 8821" code=1', "live 8821"],
    ["room-id: live-8821", "live-8821"],
    ["Room ID: live-8821.", "live-8821"],
    ["room_id:live-8821,env:prod", "live-8821"],
    ["room_id:lobby", "lobby"],
    ["Room ID: lobby", "lobby"],
    ['roomId: "live-8821"', "live-8821"],
    ["roomId: 'live-8821'", "live-8821"],
    ["RoomId = `live-8821`", "live-8821"],
    ["room_id == 'live-8821'", "live-8821"],
    ["*Room ID:* live-8821", "live-8821"],
    ["*Room ID*: `live-8821`", "live-8821"],
    ["**Room:** live-8821", "live-8821"],
    ["_room_id=live-8821_", "live-8821"],
    ["*room_id=live-8821*", "live-8821"],
    ["*Room ID:*\nlive-8821", "live-8821"],
    ["*Room ID*\nlive-8821", "live-8821"],
    ["room: live-8821", "live-8821"],
    ["Room: 8821", "8821"],
    ["room = lobby\nlevel = warn", "lobby"],
    ["Room: #8821", "8821"],
    ["liveId=live-8821", "live-8821"],
    ["trtc_room_id=8821 str_room_id=live-1", "8821", "live-1"],
    ["detail.roomId=live-8821", "live-8821"],
    ['{"RoomId":"live-8821","code":100004}', "live-8821"],
    ['{"room_id": 8821}', "8821"],
    ['{"room": {"id": "live-8821", "name": "Friday"}}', "live-8821"],
    ['"{\\"roomId\\":\\"live-8821\\"}"', "live-8821"],
    ['"{\\\\\\"roomId\\\\\\":\\\\\\"live-8821\\\\\\"}"', "live-8821"],
    ['{"RoomId":"a\\u0026b-1"}', "a&b-1"],
    ['{"roomIds":["live-1","live-2", "live-3"]}', "live-1", "live-2", "live-3"],
    ['live_up{room="live-8821",job="gw"} 0', "live-8821"],
    ['up{job="gw", room_id="live-8821"} == 0', "live-8821"],
    ["labels={alertname=Stalled, room=live-8821} value=3", "live-8821"],
    [" - room = live-8821\n - severity = page", "live-8821"],
    ["Rooms: live-1, live-2 and live-3 stalled", "live-1", "live-2", "live-3"],
    ["Rooms affected:\n• live-1\n• live-2", "live-1", "live-2"],
    ["WHERE room_id = 'live-8821' LIMIT 1", "live-8821"],
    ["房间号：live-8821", "live-8821"],
    ["直播间ID: live-8821已关闭", "live-8821"],
    ["room_id=a&amp;b-1", "a&b-1"],
    ["room_id=live-1&amp;tab=2", "live-1"],
    ['room_id="a&amp;b &lt;1&gt;"', "a&b <1>"],
    ["room_id=“live-8821”", "live-8821"],
    ["room_id=<https://example.com/x|live-8821>", "live-8821"],
    ["room_id=live\u20118821", "live-8821"],
    ["ｒｏｏｍ＿ｉｄ＝live-8821", "live-8821"],
  ])("%j", (text, ...ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe("a sentence names a room", () => {
  test.each<[string, ...string[]]>([
    ["room live-8821 is stuck", "live-8821"],
    ["Is anybody in Room live-8821?", "live-8821"],
    ["Please look at room #live-8821, thanks", "live-8821"],
    ["the live room `live-8821` dropped", "live-8821"],
    ["the room “live-8821” dropped", "live-8821"],
    ["live room `lobby`", "lobby"],
    ["room (live-8821) dropped", "live-8821"],
    ["room live-8821's owner left", "live-8821"],
    ["room live-8821…", "live-8821"],
    ["room live_8821!", "live_8821"],
    ["room mia-show is stuck", "mia-show"],
    ["room *live-8821* is stuck", "live-8821"],
    ["room 144115 is stuck", "144115"],
    ["room id live-8821", "live-8821"],
    ["the room ID is live-8821", "live-8821"],
    ["rooms live-1, live-2 and live-3", "live-1", "live-2", "live-3"],
    ["room named live-8821", "live-8821"],
    ["room @TGS#_live-8821", "@TGS#_live-8821"],
    ["room live-1 moved to room live-2", "live-1", "live-2"],
    ["/room live-8821 --share", "live-8821"],
    ["room: room-8821", "room-8821"],
  ])("%j", (text, ...ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe("a text names no room", () => {
  test.each([
    "the room is full",
    "The room was full of 2000 people",
    "room for improvement",
    "in the war room we agreed on it",
    "the war room inc-2041 is open",
    "chat room service down",
    "meeting room 4 at 10:30",
    "meeting room B2-101",
    "Room: 4",
    "Room: 4.12, building B",
    "Room: Berlin",
    "room 401",
    "room 1204",
    "room 2-day pass",
    "rooms: 12000, viewers: 80000",
    "live rooms: 1234",
    "rooms=200",
    "room 10:30",
    "room 2024-05-01",
    "Room: 2024-05-01T10:30:00Z",
    "room v2.1",
    "the room follow-up is tomorrow",
    "room: follow-up tomorrow",
    "room - follow-up tomorrow",
    "the room re-opened",
    "a room state-of-the-art",
    "the room is live-streaming",
    "the room read-only mode",
    'the room "Friday Night" closed',
    'the room "full"',
    '"room": "Friday Night"',
    "room_id=null",
    "const room = await lookUp(1)",
    "const room = rooms[0]",
    "{ roomId: params.roomId }",
    "room_id = req.room_id",
    "room_id=",
    "room_id=\nenv=prod-1",
    "Room:\nStatus: degraded-1",
    "Room ID:\n*Status:* live-1",
    "roomId: string",
    "room_id: missing in the request",
    "Room ID: not available",
    "room_id={{ $labels.room_id }}",
    "room_id=${roomId}",
    "room_id=$room_id",
    'room=~"live-.*"',
    'room!="live-1"',
    'room="live-.*"',
    "room_name=live-1",
    "room_count: 12345",
    "classroom=live-1",
    "bedroom live-1",
    "mushrooms live-1",
    "room <@U0123ABCD> 12345",
    "room <#C0123ABCD|live-1> is busy",
    "room <!date^1700000000^{date} {time}|2023-11-14>",
    "room a1@example.com",
    "room 50% full",
    "room 30min",
    `room_id=${"x1".repeat(25)}`,
    "room_id=liv\u00e9-1",
    "rooms[0]",
    "",
  ])("%j", (text) => {
    expect(idsIn(text)).toEqual([]);
  });
});

describe("what shows no words is no part of an ID", () => {
  test.each([
    ["a link beside a word", "Room ID：`roomshttps://example.com/?var-room=`"],
    ["a link between two words", "room: `live https://example.com/ 8821`"],
    ["a link alone", "room: `https://example.com/`"],
    ["a mention between two words", 'room_id="live <@U0123456789> 8821"'],
  ])("%s, in quotes", (_, text) => {
    expect(idsIn(text)).toEqual([]);
  });

  test("and an ID beside it is found as ever", () => {
    expect(idsIn("room: `live-8821` https://example.com/")).toEqual(["live-8821"]);
    expect(idsIn("https://example.com/ room: live-8821")).toEqual(["live-8821"]);
    expect(idsIn("room: `https://example.com/?room_id=live-8821`")).toEqual(["live-8821"]);
  });
});
