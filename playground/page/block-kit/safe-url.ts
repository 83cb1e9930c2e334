const schemes = /^(?:https?:\/\/[^/?#\\]|mailto:[^\s]|tel:[^\s]|slack:\/\/)/i;

/**
 * The address, where it may become a link. Everything else stays text: browsers read `javascript:`
 * and its like in many spellings, so what is allowed is listed, not what is forbidden.
 */
export function safeUrl(url: unknown): string | undefined {
  if (typeof url !== "string" || !schemes.test(url)) return undefined;
  // Browsers drop tabs and line breaks from addresses, so that they would go elsewhere than shown.
  if (/[\s\p{Cc}\p{Cf}]/u.test(url) || !url.isWellFormed()) return undefined;
  return URL.canParse(url) ? url : undefined;
}
