import { refusals } from "./codes.ts";
import type { Refusal } from "./codes.ts";
import type { Command } from "./commands/command.ts";
import { commands } from "./commands/table.ts";
import { isJsonObject, parseJson } from "./json-text.ts";
import type { JsonObject } from "./json-text.ts";
import type { Query } from "./receive.ts";
import { checkUserSig } from "./user-sig.ts";

export interface App {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly administrators: readonly string[];
  readonly now: () => number;
  /** Apps that live in another data centre, as far as this one knows of them. */
  readonly appsElsewhere: readonly number[];
  /** Whether the app's plan has run out. */
  readonly planLapsed: boolean;
  /** The addresses that may call; undefined: all. */
  readonly allowedCallers: readonly string[] | undefined;
}

export type Verdict =
  | { readonly command: Command; readonly body: JsonObject }
  | { readonly refusal: Refusal; readonly badSignature: boolean };

/** The first thing wrong with a query, in the order in which the gateway would come upon it. */
export function checkQuery(query: Query, app: App): Verdict {
  const command = commands.get(query.path);
  if (command === undefined) return refuse(refusals.unknownCommand);
  if (query.method !== "POST") return refuse(refusals.notPost);
  const parameters = checkParameters(query.parameters, app) ?? checkCaller(query.caller, app);
  if (parameters !== undefined) return refuse(parameters);
  const signature = checkUserSig(query.parameters.get("usersig") ?? "", {
    sdkAppId: app.sdkAppId,
    secretKey: app.secretKey,
    identifier: query.parameters.get("identifier") ?? "",
    now: app.now(),
  });
  if (signature !== undefined) return { refusal: signature, badSignature: true };
  // No document says in which order an app's state is looked at. Here it is told to nobody who could
  // not show a signature of the app.
  if (app.planLapsed) return refuse(refusals.planLapsed);
  if (query.body.length === 0) return refuse(refusals.emptyBody);
  const body = parseJson(query.body);
  if (body === undefined) return refuse(refusals.badJson);
  // JSON that is no object has no RoomId.
  if (!isJsonObject(body)) return refuse(refusals.noRoomId);
  const mistake = command.check(body);
  return mistake === undefined ? { command, body } : refuse(mistake);
}

function refuse(refusal: Refusal): Verdict {
  return { refusal, badSignature: false };
}

// Names and values count capital letters: "SdkAppId" is a missing sdkappid.
function checkParameters(parameters: URLSearchParams, app: App): Refusal | undefined {
  const sdkAppId = parameters.get("sdkappid");
  const identifier = parameters.get("identifier");
  if (!sdkAppId) return refusals.noSdkAppId;
  if (!identifier) return refusals.noIdentifier;
  if (!parameters.get("usersig")) return refusals.noUserSig;
  if (parameters.get("contenttype") !== "json") return refusals.badContentType;
  if (!isUnsigned32Bit(parameters.get("random") ?? "")) return refusals.badRandom;
  if (!/^\d{1,15}$/.test(sdkAppId)) return refusals.badSdkAppId;
  if (app.appsElsewhere.includes(Number(sdkAppId))) return refusals.appLivesElsewhere;
  if (Number(sdkAppId) !== app.sdkAppId) return refusals.unknownSdkAppId;
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(identifier)) return refusals.badIdentifier;
  if (!app.administrators.includes(identifier)) return refusals.notAdministrator;
  return undefined;
}

function checkCaller(caller: string, { allowedCallers }: App): Refusal | undefined {
  const isAllowed = allowedCallers === undefined || allowedCallers.includes(caller);
  return isAllowed ? undefined : refusals.callerNotAllowed;
}

function isUnsigned32Bit(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= 0xffff_ffff;
}
