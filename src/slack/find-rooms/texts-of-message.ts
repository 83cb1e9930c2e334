import { walkBlocks } from "./texts-of-blocks.ts";
import { get, items, listIn, newGatherer, textOf, type Gatherer, type Piece } from "./gather.ts";

/**
 * The places of a message where a room may be named, in the order of the document: alert bots put
 * their text into attachments, fields, blocks and links as often as into `text`.
 */
export function textsOfMessage(message: unknown): readonly Piece[] {
  const gatherer = newGatherer();
  walkMessage(gatherer, message, "", 0);
  return gatherer.pieces;
}

function walkMessage(to: Gatherer, message: unknown, prefix: string, depth: number): void {
  if (!to.step(depth)) return;
  to.text(`${prefix}text`, get(message, "text"));
  walkBlocks(to, items(get(message, "blocks")), prefix, depth + 1);
  for (const attachment of listIn(message, "attachments")) {
    walkAttachment(to, attachment, depth + 1);
  }
  walkFiles(to, message);
}

function walkAttachment(to: Gatherer, attachment: unknown, depth: number): void {
  if (!to.step(depth)) return;
  const isShared =
    get(attachment, "is_msg_unfurl") === true || get(attachment, "is_share") === true;
  const prefix = isShared ? "shared message " : "attachment ";
  to.text(`${prefix}pretext`, get(attachment, "pretext"));
  to.text(`${prefix}author`, get(attachment, "author_name"));
  to.text(`${prefix}title`, get(attachment, "title"));
  to.link(`${prefix}title`, get(attachment, "title_link"));
  to.text(`${prefix}text`, get(attachment, "text"));
  for (const field of listIn(attachment, "fields")) {
    if (!to.step(depth + 1)) return;
    to.text(`${prefix}field`, get(field, "title"));
    to.pair(`${prefix}field`, get(field, "title"), get(field, "value"));
  }
  walkBlocks(to, listIn(attachment, "blocks"), prefix, depth + 1);
  for (const inner of listIn(attachment, "message_blocks")) {
    walkMessage(to, get(inner, "message"), "shared message ", depth + 1);
  }
  for (const inner of listIn(attachment, "attachments")) walkAttachment(to, inner, depth + 1);
  for (const action of listIn(attachment, "actions")) {
    if (!to.step(depth + 1)) return;
    to.text(`${prefix}button`, get(action, "text"));
    to.link(`${prefix}button`, get(action, "url"));
    to.text(`${prefix}button`, get(action, "value"));
  }
  to.text(`${prefix}footer`, get(attachment, "footer"));
  // What the link says again stands before: the fallback repeats the rest in fewer words.
  to.link(`${prefix}link`, get(attachment, "from_url"));
  to.link(`${prefix}link`, get(attachment, "original_url"));
  to.text(`${prefix}fallback`, get(attachment, "fallback"));
  walkFiles(to, attachment);
}

function walkFiles(to: Gatherer, parent: unknown): void {
  for (const file of listIn(parent, "files")) {
    if (!to.step(0)) return;
    for (const key of ["title", "name"]) {
      to.text(`file ${key}`, textOf(get(file, key))?.replace(/\.[a-z0-9]{1,5}$/i, ""));
    }
  }
}
