import * as fc from "fast-check";
import { hostileText } from "../../cards/arbitrary.ts";

const pieces = [
  ..."\"'`<>&|#=:*_~{}[](),.\n\\ 1a-•：",
  "room",
  "rooms",
  "Room ID",
  "room_id",
  "live-1",
  "8821",
  "null",
  " and ",
  '\\"',
  "&amp;",
  "<https://example.com/rooms/",
  "https://example.com/?var-room=",
  "%20",
  "<@U1>",
  "é",
  "\ud83d",
  "MX",
];
/** Words and signs that mean something to the reader of messages, in any order. */
export const text = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((list) => list.join("")),
);

const keys = [
  ..."text,blocks,attachments,elements,fields,type,title,title_link,value,url,rows,accessory".split(
    ",",
  ),
  ..."pretext,footer,fallback,from_url,message_blocks,message,actions,files,name,options".split(
    ",",
  ),
  ..."style,code,label,alt_text,author_name,is_msg_unfurl".split(","),
];
const types = [
  ..."section,context,header,table,markdown,actions,image,rich_text,rich_text_section".split(","),
  ..."rich_text_list,rich_text_quote,rich_text_preformatted,text,link,button,mrkdwn".split(","),
];

/** Trees of the keys that mean something, with anything in the wrong place. */
export const { tree: anyMessage } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(text, fc.constantFrom<unknown>(...types, null, undefined, 1, Number.NaN, true, 10n)),
    fc.array(tie("tree"), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 6 }),
  ),
}));
