/** What somebody means by the text in the composer. */
export type Typed =
  | { readonly kind: "nothing" }
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "command"; readonly command: string; readonly text: string }
  /** Slack has no commands in threads. */
  | { readonly kind: "command-in-thread"; readonly command: string }
  | { readonly kind: "unknown-command"; readonly command: string };

/** As Slack does, a blank before the slash makes a message of it. */
const aCommand = /^(\/\S+)(?:\s+([\s\S]*))?$/;

export function readTyped(
  text: string,
  commands: readonly { readonly command: string }[],
  isInThread: boolean,
): Typed {
  const wanted = aCommand.exec(text.trimEnd());
  if (wanted === null) {
    const message = text.trim();
    return message === "" ? { kind: "nothing" } : { kind: "message", text: message };
  }
  const [, typed = "", rest = ""] = wanted;
  const known = commands.find(({ command }) => command.toLowerCase() === typed.toLowerCase());
  if (known === undefined) return { kind: "unknown-command", command: typed };
  if (isInThread) return { kind: "command-in-thread", command: known.command };
  return { kind: "command", command: known.command, text: rest };
}

/** Why nothing was sent, as Slack words it; undefined where something is sent. */
export function refusalOf(typed: Typed, appName: string): string | undefined {
  if (typed.kind === "command-in-thread") {
    return `${typed.command} can't be used in threads. Try it in the channel, or mention @${appName} here.`;
  }
  if (typed.kind === "unknown-command") {
    return `${typed.command} is not a valid command. In Slack, start with a space to send it as a message.`;
  }
  return undefined;
}

/** How the command that somebody types is used: `/room <room ID> | help`. */
export function usageOf(
  typed: Typed,
  commands: readonly { readonly command: string; readonly usage: string }[],
): string | undefined {
  if (typed.kind !== "command") return undefined;
  const known = commands.find(({ command }) => command === typed.command);
  return known && `${known.command} ${known.usage}`;
}
