import type { IncomingMessage } from "node:http";

/**
 * Whether a request comes from our own page. The server listens on loopback alone, but any page in
 * the person's browser reaches it there: a foreign Host is a name that was made to point at this
 * machine (DNS rebinding), a foreign Origin is another page at work.
 */
export function refusal(request: IncomingMessage, port: number): string | undefined {
  const { host, origin } = request.headers;
  const hosts = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  if (host === undefined || !hosts.includes(host)) return "This host name is not served here.";
  const isOurs = origin === `http://${host}`;
  if (origin !== undefined && !isOurs) return "Other pages may not use the playground.";
  // A GET without CORS carries no Origin; it could not be read, but would hold a connection.
  const { "sec-fetch-site": site, "sec-fetch-mode": mode } = request.headers;
  // A link to the page may stand anywhere.
  if (site === "cross-site" && mode !== "navigate")
    return "Other pages may not use the playground.";
  // Browsers send it with every POST; without it nothing tells who asks.
  if (request.method === "POST" && !isOurs) return "An Origin is needed here.";
  return undefined;
}

/** With each answer: the page loads and runs what this server sends, and nothing else. */
export const protectiveHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;
