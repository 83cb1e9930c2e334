import { stripVTControlCharacters, styleText } from "node:util";
import { buttonsOf } from "../../simulator/slack/buttons.ts";
import { isObject, objectsOf, type JsonObject } from "../../simulator/slack/json.ts";
import type { Message } from "../../simulator/slack/messages.ts";

/** How wide cards are drawn, and whether with colours. */
export interface Paper {
  readonly columns: number;
  readonly colours: boolean;
}

type Style = "bold" | "dim" | "inverse";

/** Draws a message as Slack would show it, as far as a terminal can. */
export function drawMessage(message: Message, paper: Paper): string {
  const blocks = message.blocks;
  const body =
    blocks.length > 0 ? blocks.flatMap((block) => drawBlock(block, paper)) : [message.text];
  const buttons = buttonsOf(blocks).map(
    ({ element }, index) => `[${index + 1}] ${textOf(element["text"], paper)}`,
  );
  if (buttons.length > 0) body.push("", buttons.join("   "));
  return body.map((line) => `${style("│", "dim", paper)} ${line}`).join("\n");
}

function drawBlock(block: JsonObject, paper: Paper): string[] {
  switch (block["type"]) {
    case "header":
      return [style(textOf(block["text"], paper), "bold", paper), ""];
    case "section":
      return [
        ...(isObject(block["text"]) ? wrap(textOf(block["text"], paper), paper) : []),
        ...drawFields(objectsOf(block["fields"]), paper),
        "",
      ];
    case "context": {
      const elements = objectsOf(block["elements"]).map((element) => textOf(element, paper));
      return wrap(elements.join("  ·  "), paper).map((line) => style(line, "dim", paper));
    }
    default:
      return [];
  }
}

/** Two columns, as Slack lays fields out: here label and value. */
function drawFields(fields: readonly JsonObject[], paper: Paper): string[] {
  const texts = fields.map((field) => textOf(field, paper));
  const left = texts.filter((_, index) => index % 2 === 0);
  const width = Math.max(0, ...left.map((text) => stripVTControlCharacters(text).length));
  return left.flatMap((label, row) => {
    const pad = " ".repeat(width - stripVTControlCharacters(label).length + 2);
    const lines = wrap(texts[row * 2 + 1] ?? "", { ...paper, columns: paper.columns - width - 2 });
    return lines.map((line, index) => (index === 0 ? label + pad : " ".repeat(width + 2)) + line);
  });
}

/** The text of a text object, as Slack reads it. */
function textOf(value: unknown, paper: Paper): string {
  if (!isObject(value)) return "";
  const raw = value["text"];
  const text = typeof raw === "string" ? withoutControls(raw) : "";
  if (value["type"] !== "mrkdwn") return unescape(text);
  return unescape(
    text
      .replace(/<!date\^(\d+)\^[^|>]*\|[^>]*>/g, (_, seconds: string) => localTime(Number(seconds)))
      .replace(
        /(^|\s)\*([^*\n]+)\*/g,
        (_, before: string, bold: string) => before + style(bold, "bold", paper),
      ),
  );
}

function localTime(seconds: number): string {
  return new Date(seconds * 1000).toLocaleString("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
  });
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function withoutControls(text: string): string {
  // Keeps line breaks, which our lines are made of.
  return text.replace(/(?!\n)\p{Cc}/gu, "");
}

function wrap(text: string, { columns }: Paper): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (stripVTControlCharacters(longer).length > columns && line !== "") {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

export function style(text: string, name: Style, { colours }: Paper): string {
  return colours ? styleText(name, text) : text;
}
