import { Api } from "tls-sig-api-v2";

export interface UserSigOptions {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** An administrator account of the app. */
  readonly identifier: string;
  /** How long a signature lives, in seconds. */
  readonly lifeSeconds: number;
  /** Wall clock in ms, since Tencent compares the time of issue with its own. */
  readonly now?: () => number;
}

/** The signature shown with each query: made once, used until it is old. */
export interface UserSigSource {
  current(): string;
  /**
   * Answers a signature other than the refused one. Of many queries that were refused together,
   * the first makes a new one and the rest find it made.
   */
  renew(refused: string): string;
}

/** A service that signs once at start fails when that signature runs out; so renew well before. */
const renewAtShareOfLife = 0.8;

export function createUserSigSource(options: UserSigOptions): UserSigSource {
  const { sdkAppId, secretKey, identifier, lifeSeconds, now = Date.now } = options;
  const api = new Api(sdkAppId, secretKey);
  let signature: string | undefined;
  let signedAt = 0;

  function sign(): string {
    signedAt = now();
    signature = api.genUserSig(identifier, lifeSeconds);
    return signature;
  }

  return {
    current() {
      const age = now() - signedAt;
      // A negative age: the wall clock was set back, and the signature is from the future.
      const fresh = age >= 0 && age < lifeSeconds * 1000 * renewAtShareOfLife;
      return signature !== undefined && fresh ? signature : sign();
    },
    renew(refused) {
      return signature !== undefined && signature !== refused ? signature : sign();
    },
  };
}
