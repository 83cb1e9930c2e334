import { limits } from "./limits.ts";

/** @returns the address in a form that Slack takes for an image, or undefined */
export function imageUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const fits = url.protocol === "https:" || url.protocol === "http:";
  const isPlain = url.username === "" && url.password === "";
  return fits && isPlain && url.href.length <= limits.url ? url.href : undefined;
}
