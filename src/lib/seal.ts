import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Makes a text unreadable, and impossible to change, for whoever does not have the secret. */
export interface Seal {
  /** @param about what the sealed text belongs to: it opens together with this alone */
  readonly seal: (text: string, about: string) => string;
  /** @returns undefined where it was sealed with another secret, for something else, or changed since */
  readonly open: (sealed: string, about: string) => string | undefined;
}

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM, with a key that is made from the secret by HKDF.
 *
 * @param purpose keeps keys of one secret apart
 */
export function createSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  return {
    seal(text, about) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes });
      sealing.setAAD(Buffer.from(about));
      const body = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
      return Buffer.concat([iv, sealing.getAuthTag(), body]).toString("base64");
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, "base64");
      if (bytes.length < ivBytes + tagBytes) return undefined;
      const iv = bytes.subarray(0, ivBytes);
      const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagBytes });
      opening.setAAD(Buffer.from(about));
      opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const body = bytes.subarray(ivBytes + tagBytes);
        return Buffer.concat([opening.update(body), opening.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
