import type { ComponentChildren, JSX } from "preact";
import { isObject, stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { DateText } from "./date-text.tsx";
import { emojiNamed } from "./emoji.ts";
import { EmojiSign } from "./inline.tsx";
import { MentionText } from "./mention-text.tsx";
import type { BroadcastRange } from "./mrkdwn-nodes.ts";
import { SafeLink } from "./safe-link.tsx";

/** The elements of a line. Their text is shown as it is: in rich text nothing is markup. */
export function RichTextElements(props: {
  elements: readonly JsonObject[];
  kit: BlockKit;
}): JSX.Element {
  return (
    <>
      {props.elements.map((element) => (
        <Styled style={element["style"]}>{contentOf(element, props.kit)}</Styled>
      ))}
    </>
  );
}

function contentOf(element: JsonObject, kit: BlockKit): ComponentChildren {
  const text = (name: string): string => stringOf(element[name]) ?? "";
  switch (element["type"]) {
    case "text":
      return text("text");
    case "link":
      return <SafeLink url={element["url"]}>{text("text") || text("url")}</SafeLink>;
    case "user":
      return <MentionText mention={{ kind: "user", id: text("user_id") }} kit={kit} />;
    case "channel":
      return <MentionText mention={{ kind: "channel", id: text("channel_id") }} kit={kit} />;
    case "usergroup":
      return <MentionText mention={{ kind: "group", id: text("usergroup_id") }} kit={kit} />;
    case "broadcast":
      return (
        <MentionText
          mention={{ kind: "broadcast", range: text("range") as BroadcastRange }}
          kit={kit}
        />
      );
    case "emoji":
      return <RichTextEmoji element={element} />;
    case "date":
      return <RichTextDate element={element} kit={kit} />;
    case "color":
      return <Colour value={text("value")} />;
    case "team":
      return text("team_id");
    default:
      return text("text");
  }
}

function RichTextEmoji({ element }: { element: JsonObject }): JSX.Element {
  const name = stringOf(element["name"]) ?? "";
  const [base = "", tone] = name.split("::skin-tone-");
  const skin = tone ?? element["skin_tone"];
  const character =
    (skin === undefined ? undefined : emojiNamed(base, Number(skin))) ?? emojiNamed(base);
  return character === undefined ? <>:{name}:</> : <EmojiSign name={base} character={character} />;
}

function RichTextDate({ element, kit }: { element: JsonObject; kit: BlockKit }): JSX.Element {
  const url = stringOf(element["url"]);
  const fallback = stringOf(element["fallback"]);
  const date = {
    kind: "date" as const,
    seconds: Number(element["timestamp"]),
    format: stringOf(element["format"]) ?? "",
    ...(url !== undefined && { url }),
    ...(fallback !== undefined && { fallback }),
  };
  return <DateText date={date} kit={kit} />;
}

function Colour({ value }: { value: string }): JSX.Element {
  if (!/^#[0-9a-f]{6}$/i.test(value)) return <>{value}</>;
  return (
    <>
      {value} <span class="bk-swatch" style={{ "--bk-colour": value }} />
    </>
  );
}

function Styled(props: { style: unknown; children: ComponentChildren }): JSX.Element {
  const style = isObject(props.style) ? props.style : {};
  let shown = <>{props.children}</>;
  if (style["code"] === true) shown = <code class="bk-code">{shown}</code>;
  if (style["strike"] === true) shown = <s>{shown}</s>;
  if (style["underline"] === true) shown = <u>{shown}</u>;
  if (style["italic"] === true) shown = <i>{shown}</i>;
  if (style["bold"] === true) shown = <b>{shown}</b>;
  if (style["highlight"] === true) shown = <mark>{shown}</mark>;
  return shown;
}
