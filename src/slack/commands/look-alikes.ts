import { readRoomId } from "../../room/room-id.ts";

/** Characters that are taken for a plain one by the eye, or put in its place by a keyboard. */
const lookAlikes: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2212": "-",
  "\u2026": "...",
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  ѕ: "s",
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
};

/** What may have been meant, where every foreign character has a plain one that looks like it. */
export function asciiLookAlike(text: string): string | undefined {
  const plain = [...text.normalize("NFKC")].map((character) => lookAlikes[character] ?? character);
  const reading = readRoomId(plain.join(""));
  return reading.ok ? reading.id : undefined;
}
