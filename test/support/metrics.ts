/** A page of Prometheus' text format, read as Prometheus would. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sample = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>[^}]*)\})? (?<value>\S+)$/;

export function readMetrics(page: string): readonly Sample[] {
  return page
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const { name, labels = "", value } = sample.exec(line)?.groups ?? {};
      if (name === undefined || value === undefined) throw new Error(`not a sample: ${line}`);
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, word]) => [key, word]);
      return {
        name,
        labels: Object.fromEntries(pairs),
        value: Number(value.replace("Inf", "Infinity")),
      };
    });
}

/** Reads `/metrics` of a bot. */
export async function scrape(botUrl: string): Promise<readonly Sample[]> {
  const answer = await fetch(`${botUrl}/metrics`);
  if (answer.status !== 200) throw new Error(`/metrics answered ${answer.status}`);
  return readMetrics(await answer.text());
}

/**
 * The samples of one metric that are not 0, by their labels, such as `{ "command answered": 2 }`.
 * The whole of it: what nobody expected to be counted is seen, too.
 */
export function countsOf(samples: readonly Sample[], name: string): Record<string, number> {
  return Object.fromEntries(
    samples
      .filter((one) => one.name === name && one.value !== 0)
      .map(({ labels, value }) => [Object.values(labels).join(" "), value]),
  );
}
