import type { ComponentChildren, JSX } from "preact";
import { isObject, objectsOf, stringOf, type JsonObject } from "../../protocol/json.ts";
import { AttachmentActions } from "./attachment-actions.tsx";
import { AttachmentText, hasMarkup } from "./attachment-text.tsx";
import { Blocks } from "./blocks.tsx";
import type { BlockKit } from "./context.ts";
import { formatDate } from "./dates.ts";
import { decodeEntities } from "./entities.ts";
import { ImageTile } from "./image-tile.tsx";
import { Mrkdwn } from "./mrkdwn-text.tsx";
import { SafeLink } from "./safe-link.tsx";
import { PlainText } from "./text-object.tsx";

interface Props {
  readonly attachment: JsonObject;
  readonly kit: BlockKit;
}

/** The parts of an attachment that came before blocks. */
export function AttachmentBody({ attachment, kit }: Props): JSX.Element {
  if (isEmpty(attachment)) {
    return <AttachmentText class="" attachment={attachment} name="fallback" kit={kit} />;
  }
  return (
    <div class="bk-attachment-columns">
      <div class="bk-attachment-main">
        <Linked attachment={attachment} name="author" class="bk-author" kit={kit} />
        <Linked attachment={attachment} name="title" class="bk-title" kit={kit} />
        <AttachmentText class="" attachment={attachment} name="text" kit={kit} />
        <Forwarded attachment={attachment} kit={kit} />
        <Fields attachment={attachment} kit={kit} />
        <AttachmentActions actions={objectsOf(attachment["actions"])} kit={kit} />
        {stringOf(attachment["image_url"]) !== undefined && (
          <ImageTile alt={imageWords(attachment)} size="large" />
        )}
        <Footer attachment={attachment} kit={kit} />
      </div>
      {stringOf(attachment["thumb_url"]) !== undefined && (
        <ImageTile alt={imageWords(attachment)} size="small" />
      )}
    </div>
  );
}

const shownParts = [
  "author_name",
  "title",
  "text",
  "message_blocks",
  "fields",
  "actions",
  "image_url",
  "thumb_url",
  "footer",
];

function isEmpty(attachment: JsonObject): boolean {
  return shownParts.every((part) => {
    const value = attachment[part];
    return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  });
}

function imageWords(attachment: JsonObject): string {
  return decodeEntities(stringOf(attachment["title"]) ?? "");
}

function Linked(props: Props & { name: "author" | "title"; class: string }): ComponentChildren {
  const { attachment, name, kit } = props;
  const text = stringOf(attachment[name === "author" ? "author_name" : "title"]) ?? "";
  const url = stringOf(attachment[`${name}_link`]);
  if (text === "") return null;
  return (
    <div class={`bk-text ${props.class}`}>
      <SafeLink url={url === undefined ? undefined : decodeEntities(url)}>
        <PlainText object={{ text }} kit={kit} />
      </SafeLink>
    </div>
  );
}

/** The blocks of a message that somebody shared. */
function Forwarded({ attachment, kit }: Props): ComponentChildren {
  return objectsOf(attachment["message_blocks"]).map(({ message }) => (
    <Blocks blocks={isObject(message) ? objectsOf(message["blocks"]) : []} kit={kit} />
  ));
}

function Fields({ attachment, kit }: Props): ComponentChildren {
  const fields = objectsOf(attachment["fields"]);
  if (fields.length === 0) return null;
  return (
    <dl class="bk-pairs">
      {fields.map((field) => (
        <div class={field["short"] === true ? "" : "bk-long"}>
          <dt>
            <PlainText object={{ text: field["title"] }} kit={kit} />
          </dt>
          <dd>
            <Mrkdwn
              text={stringOf(field["value"]) ?? ""}
              kit={kit}
              styles={hasMarkup(attachment, "fields")}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Footer({ attachment, kit }: Props): ComponentChildren {
  const seconds = Number(attachment["ts"] ?? Number.NaN);
  const moment = formatDate(seconds, "{date_short_pretty} at {time}", kit);
  if (stringOf(attachment["footer"]) === undefined && moment === undefined) return null;
  return (
    <div class="bk-footer">
      <AttachmentText class="" attachment={attachment} name="footer" kit={kit} />
      {moment !== undefined && (
        <time datetime={new Date(seconds * 1000).toISOString()}>{moment}</time>
      )}
    </div>
  );
}
