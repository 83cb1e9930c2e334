import type { JSX } from "preact";
import { objectsOf, stringOf, type JsonObject } from "../../protocol/json.ts";
import { AttachmentBody } from "./attachment-body.tsx";
import { AttachmentText } from "./attachment-text.tsx";
import { Blocks } from "./blocks.tsx";
import type { BlockKit } from "./context.ts";

interface Props {
  readonly attachments: readonly JsonObject[];
  readonly kit: BlockKit;
}

/**
 * What hangs below a message: older attachments, and previews of links.
 * https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments
 */
export function Attachments({ attachments, kit }: Props): JSX.Element {
  return (
    <div class="bk-attachments">
      {attachments.map((attachment) => (
        <Attachment attachment={attachment} kit={kit} />
      ))}
    </div>
  );
}

function Attachment(props: { attachment: JsonObject; kit: BlockKit }): JSX.Element {
  const { attachment, kit } = props;
  const blocks = objectsOf(attachment["blocks"]);
  const link = stringOf(attachment["from_url"]) ?? stringOf(attachment["app_unfurl_url"]);
  const color = colorOf(attachment["color"]);
  return (
    <div {...(link !== undefined && { role: "group", "aria-label": `Preview of ${link}` })}>
      <AttachmentText class="bk-pretext" attachment={attachment} name="pretext" kit={kit} />
      <div class="bk-attachment" {...(color !== undefined && { style: { "--bk-colour": color } })}>
        {blocks.length > 0 ? (
          <Blocks blocks={blocks} kit={kit} />
        ) : (
          <AttachmentBody attachment={attachment} kit={kit} />
        )}
      </div>
    </div>
  );
}

const namedColors: Readonly<Record<string, string>> = {
  good: "#2eb886",
  warning: "#daa038",
  danger: "#a30100",
};

function colorOf(color: unknown): string | undefined {
  if (typeof color !== "string") return undefined;
  if (Object.hasOwn(namedColors, color)) return namedColors[color];
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(color)?.[1];
  return digits === undefined ? undefined : `#${digits}`;
}
