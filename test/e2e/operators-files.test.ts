import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { roomCommandForm, signatureHeaders } from "../support/raw-command.ts";
import { scrape, type Sample } from "../support/metrics.ts";
import { setStage, type Stage } from "../support/stage.ts";

/** What operators import from ops/ names only what the bot really has on its page. */

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const rulesFile = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.object({ summary: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
});
const rules = rulesFile
  .parse(parse(read("ops/prometheus-rules.yml")))
  .groups.flatMap((group) => group.rules);

const target = z.object({ expr: z.string(), legendFormat: z.string() });
const dashboardFile = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(target).default([]) })),
  templating: z.object({ list: z.array(z.object({ definition: z.string().optional() })) }),
});
const dashboard = dashboardFile.parse(JSON.parse(read("ops/grafana-dashboard.json")));
const targets = dashboard.panels.flatMap((panel) => panel.targets);

const expressions = [
  ...rules.map(({ expr }) => expr),
  ...targets.map(({ expr }) => expr),
  ...dashboard.templating.list.flatMap(({ definition }) => definition ?? []),
];

interface Selector {
  readonly name: string;
  readonly matchers: readonly {
    readonly label: string;
    readonly is: string;
    readonly to: string;
  }[];
}

const ofOurs = /\b(?<name>(?:greenroom|nodejs|process)_\w+)(?:\{(?<matchers>[^}]*)\})?/g;

function selectorsIn(expression: string): Selector[] {
  return [...expression.matchAll(ofOurs)].map(({ groups }) => ({
    name: groups?.["name"] ?? "",
    matchers: [...(groups?.["matchers"] ?? "").matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)].map(
      ([, label = "", is = "", to = ""]) => ({ label, is, to }),
    ),
  }));
}

/** Prometheus adds these to what it scrapes. */
const ofPrometheus: ReadonlySet<string> = new Set(["instance", "job", "le"]);

/** A bot in each mode to which everything has happened that has a label of its own. */
async function everything(http: Stage, socket: Stage): Promise<void> {
  for (const stage of [http, socket]) {
    stage.tencent.weather.setForRoom("wrong", { kind: "code", code: 70009 });
    stage.slack.fault.responseUrl({ kind: "rate_limited", retryAfter: 1 });
    for (const text of ["live-room", "gone-room", "wrong"]) {
      // oxlint-disable-next-line no-await-in-loop
      await (await stage.slack.command({ text })).settled();
    }
  }
  const body = roomCommandForm("live-room", `${http.slack.url}/commands/T/1/none`);
  await http.slack.deliver({ body, headers: signatureHeaders(body, { secret: "another" }) });
  // The first scrape begins Node's own figures.
  await Promise.all([scrape(http.botUrl), scrape(socket.botUrl)]);
  await wait(50);
}

describe("the alerts and the dashboard of ops/", () => {
  let stages: readonly Stage[];
  let samples: readonly Sample[];
  let types: ReadonlyMap<string, string>;

  const typeOf = (name: string): string | undefined =>
    types.get(name) ?? types.get(name.replace(/_(?:bucket|sum|count)$/, ""));

  beforeAll(async () => {
    const [http, socket] = await Promise.all([setStage("http"), setStage("socket")]);
    stages = [http, socket];
    await everything(http, socket);
    samples = [...(await scrape(http.botUrl)), ...(await scrape(socket.botUrl))];
    const page = await (await fetch(`${socket.botUrl}/metrics`)).text();
    types = new Map(
      [...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = "", type = ""]) => [name, type]),
    );
  });
  afterAll(() => Promise.all(stages.map((stage) => stage.close())));

  it("are read by this test: a misspelt name would be found", () => {
    expect(selectorsIn('rate(greenroom_x_total{job=~"$job",a!="b"}[5m]) > process_y')).toEqual([
      {
        name: "greenroom_x_total",
        matchers: [
          { label: "job", is: "=~", to: "$job" },
          { label: "a", is: "!=", to: "b" },
        ],
      },
      { name: "process_y", matchers: [] },
    ]);
    expect(expressions.length).toBeGreaterThan(40);
    for (const expression of expressions) expect(selectorsIn(expression)).not.toEqual([]);
  });

  it("name metrics that the running bot has", () => {
    const known = new Set(samples.map(({ name }) => name));
    const named = expressions.flatMap(selectorsIn).map(({ name }) => name);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  it("name labels, and values of them, that these metrics have", () => {
    const unknown = expressions.flatMap(selectorsIn).flatMap(({ name, matchers }) =>
      matchers
        .filter(({ label }) => !ofPrometheus.has(label))
        .flatMap(({ label, is, to }) => {
          const values = new Set(
            samples.filter((one) => one.name === name).map(({ labels }) => labels[label]),
          );
          return is.includes("~")
            ? to.split("|").filter((word) => !values.has(word))
            : [to].filter((word) => !values.has(word));
        }),
    );
    expect(unknown).toEqual([]);
  });

  it("group and title by labels that their metrics have", () => {
    const words = [
      ...rules.map(({ expr, annotations }) => ({
        expr,
        labels: [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label),
      })),
      ...targets.map(({ expr, legendFormat }) => ({
        expr,
        labels: [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label),
      })),
    ].map(({ expr, labels }) => ({
      expr,
      labels: [
        ...labels,
        ...[...expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, list = ""]) =>
          list.split(",").map((label) => label.trim()),
        ),
      ],
    }));
    const unknown = words.flatMap(({ expr, labels }) => {
      const names = new Set(selectorsIn(expr).map(({ name }) => name));
      const known = new Set(
        samples.filter(({ name }) => names.has(name)).flatMap((one) => Object.keys(one.labels)),
      );
      return labels.filter((label = "") => !known.has(label) && !ofPrometheus.has(label));
    });
    expect(unknown).toEqual([]);
  });

  it("take rates of counters and quantiles of histograms alone", () => {
    for (const expression of expressions) {
      for (const [, name = ""] of expression.matchAll(/\b(?:rate|increase)\((\w+)/g)) {
        expect([name, typeOf(name)]).toEqual([
          name,
          expect.stringMatching(/^(?:counter|histogram)$/),
        ]);
      }
      for (const { name } of selectorsIn(expression)) {
        expect(name.endsWith("_bucket")).toBe(
          expression.includes("histogram_quantile") && typeOf(name) === "histogram",
        );
      }
    }
  });

  it("show every metric of the bot's own on the dashboard", () => {
    const shown = new Set(
      targets
        .flatMap(({ expr }) => selectorsIn(expr))
        .map(({ name }) => name.replace(/_bucket$/, "")),
    );
    const own = [...types.keys()].filter((name) => name.startsWith("greenroom_"));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });

  it("are explained in docs/operations.md, each metric and each alert under its name", () => {
    const book = read("docs/operations.md");
    const own = [...types.keys()].filter((name) => name.startsWith("greenroom_"));
    expect(own.filter((name) => !book.includes(`| \`${name}\``))).toEqual([]);
    for (const { alert, annotations } of rules) {
      expect(book).toContain(`### ${alert}\n`);
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
    }
    const headings = [...book.matchAll(/^### (Greenroom\w+)$/gm)].map(([, name]) => name);
    expect(new Set(headings)).toEqual(new Set(rules.map(({ alert }) => alert)));
  });

  it("and docs/operations.md explains no metric that is not there", () => {
    const told = [...read("docs/operations.md").matchAll(/\bgreenroom_\w+/g)].map(([name]) => name);
    const known = new Set([...types.keys(), ...samples.map(({ name }) => name)]);
    expect(told.filter((name) => !known.has(name))).toEqual([]);
  });

  it("names follow Prometheus: a prefix, base units, and _total for counters", () => {
    const own = [...types].filter(([name]) => name.startsWith("greenroom_"));
    expect(own.length).toBeGreaterThan(20);
    for (const [name, type] of own) {
      expect(name.endsWith("_total")).toBe(type === "counter");
      expect(name).toMatch(
        type === "histogram" ? /^greenroom_[a-z_]+_seconds$/ : /^greenroom_[a-z_]+$/,
      );
    }
  });
});
