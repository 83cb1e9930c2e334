import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { slackVariables, tencentVariables, type Variable } from "../../src/config/variables.ts";
import { defaults } from "../../src/defaults.ts";
import { secrets, setStage, type Stage } from "../support/stage.ts";
import { environmentOf, imageEnvironment, lastOf, only, podOf, textOf } from "./files.ts";

const variables: Readonly<Record<string, Variable>> = { ...slackVariables, ...tencentVariables };
const deployment = only("Deployment");
const { pod, container } = podOf(deployment);
const secret = only("Secret");
const labels = deployment.spec?.template.metadata?.labels;
const environment = environmentOf(container, secret);
const [port, ...otherPorts] = container.ports ?? [];
const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];

describe("what the replicas are told", () => {
  const filledIn = {
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_SIGNING_SECRET: secrets.signingSecret,
    TENCENT_SDK_APP_ID: "1400000000",
    TENCENT_SECRET_KEY: secrets.secretKey,
    TENCENT_REGION: "singapore",
    DATABASE_URL: "postgres://greenroom:word@database:5432/greenroom?sslmode=verify-full",
  };
  const placeholders = Object.keys(filledIn);

  test("variables that are read, and no others", () => {
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(environment)));
  });

  test.each(placeholders)("no placeholder passes for a value: %s", (key) => {
    expect(environment[key]).toMatch(/^<.*>$/);
    expect(variables[key]?.schema.safeParse(environment[key]).success).toBe(false);
    const reading = readConfig({ ...environment, ...filledIn, [key]: environment[key] });
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.key)).toEqual([key]);
  });

  test("all that is required for HTTP mode over one PostgreSQL, once it is filled in", () => {
    const reading = readConfig({ ...imageEnvironment, ...environment, ...filledIn });
    expect(reading).toMatchObject({
      ok: true,
      config: { slack: { mode: { kind: "http" } }, store: { kind: "postgres" }, host: "0.0.0.0" },
    });
  });

  test("no replica starts without the database: it is asked for by name", () => {
    expect(container.env).toContainEqual({
      name: "DATABASE_URL",
      valueFrom: { secretKeyRef: { name: secret.metadata?.name, key: "DATABASE_URL" } },
    });
  });

  test("no key stands in the file that is applied again and again, and git leaves out the other", () => {
    expect(textOf("deploy/kubernetes.yml")).not.toMatch(/kind: Secret|stringData|xox|xapp/);
    expect(textOf(".gitignore").split("\n")).toContain("deploy/kubernetes-secret.yml");
  });
});

describe("how requests come in", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage("http");
  });
  afterAll(() => stage.close());

  test("the probes ask what the bot answers, at its port", async () => {
    expect(otherPorts).toEqual([]);
    expect(String(port?.containerPort)).toBe(environment["PORT"]);
    expect(environment["PORT"]).toBe(lastOf("EXPOSE"));
    expect(probes.map((probe) => probe?.httpGet)).toEqual([
      { path: "/healthz", port: port?.name },
      { path: "/healthz", port: port?.name },
      { path: "/readyz", port: port?.name },
    ]);
    for (const probe of probes) {
      const answer = await fetch(`${stage.botUrl}${probe?.httpGet?.path}`);
      expect(answer.status).toBe(200);
    }
  });

  test("the Service sends to the replicas' port, and the Ingress to the Service", () => {
    const service = only("Service");
    expect(labels).toMatchObject(service.spec?.selector ?? { nothing: "selected" });
    const [servicePort] = service.spec?.ports ?? [];
    expect(servicePort?.targetPort).toBe(port?.name);
    const [rule] = only("Ingress").spec?.rules ?? [];
    expect(rule?.http?.paths.map(({ backend }) => backend.service)).toEqual([
      { name: service.metadata?.name, port: { name: servicePort?.name } },
    ]);
    expect(only("Ingress").spec?.tls?.flatMap(({ hosts }) => hosts)).toEqual([rule?.host]);
  });

  test("the Ingress lets in what Slack sends, and nothing else", async () => {
    const paths = only("Ingress").spec?.rules?.flatMap(({ http }) => http?.paths ?? []) ?? [];
    expect(paths.map(({ pathType }) => pathType)).toEqual(["Exact"]);
    const answer = await fetch(`${stage.botUrl}${paths[0]?.path}`, { method: "POST", body: "{}" });
    // The path is there; the signature is not.
    expect(answer.status).toBe(401);
  });
});

describe("how replicas come and go", () => {
  test("two, of which a drain takes one and an upgrade none before the next is ready", () => {
    const { replicas = 0, strategy } = deployment.spec ?? {};
    expect(replicas).toBe(2);
    expect(strategy?.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(only("PodDisruptionBudget").spec?.maxUnavailable).toBe(1);
  });

  test("what selects the replicas selects these", () => {
    const selectors = [
      deployment.spec?.selector,
      only("PodDisruptionBudget").spec?.selector,
      ...(pod.topologySpreadConstraints ?? []).map(({ labelSelector }) => labelSelector),
    ];
    expect(selectors).toHaveLength(4);
    expect(Object.keys(labels ?? {})).toHaveLength(1);
    for (const selector of selectors) expect(selector).toEqual({ matchLabels: labels });
  });

  test("a stop has as long as preStop and the bot take together", () => {
    const [program, seconds] = container.lifecycle?.preStop?.exec?.command ?? [];
    expect(program).toBe("sleep");
    const taken = Number(seconds) * 1000 + defaults.stopMs;
    expect((pod.terminationGracePeriodSeconds ?? 0) * 1000).toBeGreaterThan(taken);
  });

  test("a start has as long as the bot gives Slack's sockets", () => {
    const { periodSeconds = 0, failureThreshold = 0 } = container.startupProbe ?? {};
    expect(periodSeconds * failureThreshold * 1000).toBeGreaterThan(defaults.socketStartTimeoutMs);
  });

  test("docs/deploy.md counts Slack's 10 connections by those of each process, overlap included", () => {
    const processes = Math.floor(10 / defaults.socketConnections);
    const words = textOf("docs/deploy.md");
    expect(words).toContain(
      `each process opens ${defaults.socketConnections}, so ${processes} processes`,
    );
    expect(words).toContain(`at most ${processes - 1} replicas`);
  });

  test("the image is this version's", () => {
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    expect(container.image).toBe(`registry.example.com/greenroom:${version}`);
  });
});

describe("what the replicas may do", () => {
  test("nothing as root, and no file but what they came with", () => {
    // The user `node` of Node's own image has the number 1000.
    expect(lastOf("USER")).toBe("node");
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  test("nothing in the cluster", () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.enableServiceLinks).toBe(false);
  });
});
