// What Greenroom's hot paths are compared with: the obvious package or the obvious line for each.
import JSONbig from "json-bigint";
import { Actions, Button, Divider, Message, Section } from "slack-block-builder";

export const parseWithJsonBigint = JSONbig({ useNativeBigInt: true }).parse;

/** The same rows as the bot's card, without escaping or limits. */
export function cardWithBlockBuilder({ id, room, requestId }) {
  const rows = [
    ["Room ID", room.id],
    ["Type", room.type],
    ["Owner", room.owner],
    ["Created", `<!date^${room.createdAt}^{date_short_pretty} {time}|${room.createdAt}>`],
    ["Seats", `On, people apply for one first, up to ${room.mostSeats}`],
    ["Capacity", `Up to ${room.mostMembers} people, a limit of the plan`],
    ["Chat", room.chatMuted ? "Muted for everyone" : "Open"],
    ["Room list", room.hidden ? "Hidden" : "Shown"],
    ["Entries so far", String(room.entries)],
    ["Activity status", room.activityStatus],
    ["Categories", room.categories.join(", ")],
  ];
  return Message({ text: `${room.name}\n${rows.map(([k, v]) => `${k}: ${v}`).join("\n")}` })
    .blocks(
      Section({ text: `*${room.name}*` }),
      Section({ text: "This room exists at Tencent." }),
      Section().fields(rows.slice(0, 10).map(([label, value]) => `*${label}*\n${value}`)),
      Divider(),
      Section({ text: `RequestId ${requestId}` }),
      Actions().elements(
        Button({ text: "Refresh", actionId: "refresh", value: id }),
        Button({ text: "Share", actionId: "share", value: id }),
      ),
    )
    .buildToObject();
}
