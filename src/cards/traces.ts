import type { Value } from "./card.ts";
import { moment } from "./moment.ts";

/** What a card's last line says: the code, the RequestId that Tencent's support asks for, the time. */
export function traces(of: {
  readonly code?: { readonly number: number | undefined; readonly family: string };
  readonly requestId?: string | undefined;
  readonly asOf?: number;
  /** In place of `asOf` where nothing could be read. */
  readonly askedAt?: number;
}): Value[] {
  const list: Value[] = [];
  if (of.code !== undefined) {
    const { number, family } = of.code;
    list.push({
      ours: number === undefined ? "Code: none given" : `Code ${number} (${family})`,
    });
  }
  if ("requestId" in of) {
    list.push(
      of.requestId === undefined || of.requestId === ""
        ? { ours: "RequestId: none given" }
        : { foreign: `RequestId ${of.requestId}` },
    );
  }
  if (of.asOf !== undefined) list.push(moment(of.asOf / 1000, "Read ", ""));
  if (of.askedAt !== undefined) list.push(moment(of.askedAt / 1000, "Asked ", ""));
  return list;
}
