import { describe, expect, test } from "vitest";
import { safeUrl } from "../../../playground/page/block-kit/safe-url.ts";

describe("may become a link", () => {
  test.each([
    "https://example.com",
    "http://localhost:3000/a?b=c&d=e#f",
    "HTTPS://EXAMPLE.COM",
    "https://example.com/ünï/日本",
    "https://user@example.com",
    "mailto:bob@example.com",
    "tel:+491234",
    "slack://channel?team=T1&id=C1",
  ])("%s", (url) => expect(safeUrl(url)).toBe(url));
});

describe("stays text", () => {
  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.com/1",
    "ftp://example.com",
    "//example.com",
    "/path",
    "example.com",
    "https:example.com",
    "https://",
    "https:///x",
    "https://?x",
    "https://exa mple.com",
    "https://example.com/\n",
    "https://example.com/\u202egpj.exe",
    "https://example.com\u0000",
    "https://[x",
    "https://example.com/\ud800",
    "mailto:",
    "",
    undefined,
    null,
    1,
    {},
  ])("%j", (url) => expect(safeUrl(url)).toBeUndefined());
});
