import { decodeEntities } from "./entities.ts";
import type { BroadcastRange, DateNode, Inline } from "./mrkdwn-nodes.ts";
import { safeUrl } from "./safe-url.ts";

/**
 * What stands between `<` and `>`. undefined: nothing that Slack knows, so the raw text is shown.
 *
 * @param readLabel the label of a link may be styled
 */
export function readToken(
  inner: string,
  readLabel: (label: string) => readonly Inline[],
): Inline | undefined {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 || bar === inner.length - 1 ? undefined : inner.slice(bar + 1);
  switch (target.charAt(0)) {
    case "@":
      return mention("user", /^[UWB][A-Z0-9]+$/, target.slice(1), label);
    case "#":
      return mention("channel", /^[CGD][A-Z0-9]+$/, target.slice(1), label);
    case "!":
      return command(target.slice(1), label);
    default:
      return link(target, label, readLabel);
  }
}

function mention(
  kind: "user" | "channel" | "group",
  form: RegExp,
  id: string,
  label: string | undefined,
): Inline | undefined {
  if (!form.test(id)) return undefined;
  return { kind, id, ...(label !== undefined && { label: decodeEntities(label) }) };
}

const ranges: readonly string[] = ["here", "channel", "everyone"] satisfies BroadcastRange[];

function command(target: string, label: string | undefined): Inline | undefined {
  if (ranges.includes(target)) return { kind: "broadcast", range: target as BroadcastRange };
  const [name, ...rest] = target.split("^");
  const known =
    name === "subteam"
      ? mention("group", /^S[A-Z0-9]+$/, rest[0] ?? "", label)
      : name === "date"
        ? date(rest, label)
        : undefined;
  if (known !== undefined) return known;
  return label === undefined ? undefined : { kind: "text", text: decodeEntities(label) };
}

function date(
  [seconds = "", format = "", ...address]: readonly string[],
  label: string | undefined,
): DateNode | undefined {
  if (!/^-?\d{1,15}$/.test(seconds) || format === "") return undefined;
  const url = safeUrl(decodeEntities(address.join("^")));
  return {
    kind: "date",
    seconds: Number(seconds),
    format: decodeEntities(format),
    ...(url !== undefined && { url }),
    ...(label !== undefined && { fallback: decodeEntities(label) }),
  };
}

function link(
  target: string,
  label: string | undefined,
  readLabel: (label: string) => readonly Inline[],
): Inline | undefined {
  const url = safeUrl(decodeEntities(target));
  if (url === undefined) return undefined;
  const shown: Inline = { kind: "text", text: url.replace(/^mailto:/i, "") };
  return { kind: "link", url, nodes: label === undefined ? [shown] : readLabel(label) };
}
