import type { JsonObject } from "../json.ts";
import type { Problem } from "./checks.ts";

/** Whether Slack's servers could fetch this picture. */
export type Reachable = (url: string) => boolean;

/** Slack fetches from the internet: it cannot see a loopback or a private address. */
export const onTheInternet: Reachable = (url) => {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return host.includes(".") && !/^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./u.test(host);
};

/** An image block that cannot be fetched sinks the message; an accessory or a context image does not. */
export function unreachableImages(blocks: readonly JsonObject[], reachable: Reachable): Problem[] {
  return blocks.flatMap((block, index) => {
    const url = block["type"] === "image" ? block["image_url"] : undefined;
    if (typeof url !== "string" || reachable(url)) return [];
    return [{ pointer: `/blocks/${index}/image_url`, message: "downloading image failed" }];
  });
}
