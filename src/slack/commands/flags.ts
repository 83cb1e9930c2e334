import { shareFlag } from "./table.ts";
import { quoted } from "./typed-text.ts";

/** Flags stand at either end, outside quotes; inside an ID two hyphens are as good as any. */
export function takeFlags(text: string): { target: string; share: boolean; unknownFlag?: string } {
  let target = text;
  let share = false;
  for (;;) {
    if (quoted(target) !== undefined) return { target, share };
    const flag =
      /^(--\S*|-share(?= |$))(?: +|$)/i.exec(target)?.[1] ?? / (--\S*|-share)$/i.exec(target)?.[1];
    if (flag === undefined) return { target, share };
    const without = target.startsWith(flag)
      ? target.slice(flag.length)
      : target.slice(0, -flag.length);
    target = without.trim();
    if (flag.toLowerCase().replace(/^-+/, "--") !== shareFlag)
      return { target, share, unknownFlag: flag };
    share = true;
  }
}
