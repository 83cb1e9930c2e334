import { inflateSync } from "node:zlib";
import type { TencentApp } from "../../tencent/app.ts";
import { createUserSigSource } from "../../tencent/user-sig.ts";
import type { Finding } from "./finding.ts";

const step = "Signature";
/** As Tencent advises at least, in seconds. */
export const lifeSeconds = 24 * 60 * 60;

/**
 * Makes a UserSig of the settings and reads it back: who it is for, of which app, and until when.
 * Whether its key is the app's own, Tencent alone can tell.
 */
export function userSigStep(app: TencentApp): Finding {
  try {
    const told = readUserSig(createUserSigSource({ ...app, lifeSeconds }).current());
    const fits = told.identifier === app.identifier && told.sdkAppId === app.sdkAppId;
    if (!fits) throw new Error("it names another account or app");
    const until = new Date((told.issuedAt + told.lifeSeconds) * 1000).toISOString();
    return {
      step,
      verdict: "good",
      what: `made for ${told.identifier} of app ${told.sdkAppId}, by this machine's clock good until ${until}`,
    };
  } catch (error) {
    return {
      step,
      verdict: "bad",
      what: `no signature (UserSig) can be made of these settings: ${error instanceof Error ? error.message : "unknown reason"}`,
      next: "Copy TENCENT_SDK_APP_ID and TENCENT_SECRET_KEY again from the app's page in the Tencent console.",
    };
  }
}

interface UserSigParts {
  readonly identifier: unknown;
  readonly sdkAppId: unknown;
  readonly issuedAt: number;
  readonly lifeSeconds: number;
}

/** Source: document 34385. A UserSig is deflated JSON, in base64 with + / = written * - _. */
export function readUserSig(userSig: string): UserSigParts {
  const base64 = userSig.replaceAll("*", "+").replaceAll("-", "/").replaceAll("_", "=");
  const told: unknown = JSON.parse(inflateSync(Buffer.from(base64, "base64")).toString());
  if (typeof told !== "object" || told === null) throw new Error("it holds no fields");
  const fields: Readonly<Record<string, unknown>> = { ...told };
  return {
    identifier: fields["TLS.identifier"],
    sdkAppId: fields["TLS.sdkappid"],
    issuedAt: Number(fields["TLS.time"]),
    lifeSeconds: Number(fields["TLS.expire"]),
  };
}
