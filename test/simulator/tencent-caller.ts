import { createRequire } from "node:module";

import { startTencentSimulator } from "../../simulator/tencent/server.ts";
import type { TencentSimulator, TencentSimulatorOptions } from "../../simulator/tencent/server.ts";

// Tencent's own package signs here, so that our reading of a UserSig is held against its maker's.
interface TlsSigApi {
  readonly Api: new (
    sdkAppId: number,
    key: string,
  ) => {
    genUserSig(identifier: string, seconds: number): string;
    genPrivateMapKey(identifier: string, seconds: number, room: number, rights: number): string;
  };
}
export const tlsSigApi: TlsSigApi = createRequire(import.meta.url)("tls-sig-api-v2");

export const SDK_APP_ID = 1400000001;
export const SECRET_KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
export const GET_ROOM_INFO = "/v4/live_engine_http_srv/get_room_info";

export function sign(
  identifier = "administrator",
  { app = SDK_APP_ID, key = SECRET_KEY, seconds = 86_400 } = {},
): string {
  return new tlsSigApi.Api(app, key).genUserSig(identifier, seconds);
}

export function start(options: Partial<TencentSimulatorOptions> = {}): Promise<TencentSimulator> {
  return startTencentSimulator({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, ...options });
}

export interface Call {
  readonly path?: string;
  readonly method?: string;
  /** Null leaves a parameter out. */
  readonly parameters?: Readonly<Record<string, string | null>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export function request(url: string, wanted: Call = {}): Promise<Response> {
  const named: Record<string, string | null> = {
    sdkappid: String(SDK_APP_ID),
    identifier: "administrator",
    usersig: sign(),
    random: "4294967295",
    contenttype: "json",
    ...wanted.parameters,
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(named)) {
    if (value !== null) parameters.set(name, value);
  }
  const method = wanted.method ?? "POST";
  return fetch(`${url}${wanted.path ?? GET_ROOM_INFO}?${parameters.toString()}`, {
    method,
    ...(method === "POST" ? { body: wanted.body ?? '{"RoomId":"live-room"}' } : {}),
    ...(wanted.signal === undefined ? {} : { signal: wanted.signal }),
  });
}

export interface Envelope {
  readonly ActionStatus: unknown;
  readonly ErrorCode: unknown;
  readonly ErrorInfo: unknown;
  readonly RequestId: unknown;
  readonly Response?: { readonly RoomInfo?: Readonly<Record<string, unknown>> };
}

export async function call(url: string, wanted: Call = {}): Promise<Envelope> {
  const response = await request(url, wanted);
  return envelopeOf(await response.text());
}

export function ask(url: string, roomId: string, signal?: AbortSignal): Promise<Envelope> {
  const body = JSON.stringify({ RoomId: roomId });
  return call(url, signal === undefined ? { body } : { body, signal });
}

export function envelopeOf(text: string): Envelope {
  const envelope: Envelope = JSON.parse(text);
  return envelope;
}

/** Looks again each few ms until it holds. */
export async function until(holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise((resolve) => {
    setTimeout(resolve, 2);
  });
  await until(holds);
}
