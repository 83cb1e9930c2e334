import type { Finding } from "./finding.ts";
import { isHealthy } from "./finding.ts";

/** The findings for a terminal: one line each, with what to do below it. */
export function reportText(findings: readonly Finding[]): string {
  const verdictWidth = Math.max(...findings.map(({ verdict }) => verdict.length));
  const stepWidth = Math.max(...findings.map(({ step }) => step.length));
  const lines = findings.flatMap(({ step, verdict, what, next }) => {
    const head = `${verdict.padEnd(verdictWidth)}  ${step.padEnd(stepWidth)}  `;
    return [
      `${head}${what}`,
      ...(next === undefined ? [] : [`${" ".repeat(head.length)}Next: ${next}`]),
    ];
  });
  return [...lines, "", summaryOf(findings)].join("\n");
}

/** How much there is to mend, in one line. */
export function summaryOf(findings: readonly Finding[]): string {
  const of = (verdict: Finding["verdict"]): number =>
    findings.filter((finding) => finding.verdict === verdict).length;
  if (isHealthy(findings)) return "All is good.";
  const [bad, warnings] = [of("bad"), of("warning")];
  const parts = [
    ...(bad === 0
      ? []
      : [`${bad} ${bad === 1 ? "thing keeps" : "things keep"} this bot from working as it should`]),
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`]),
  ];
  return `${parts.join(", ")}. Begin with the first.`;
}

/** The same for a program. */
export function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify({ healthy: isHealthy(findings), findings }, undefined, 2);
}
