import { readFileSync } from "node:fs";
import type { Deployment } from "kubernetes-types/apps/v1.js";
import type { Container, Secret, Service } from "kubernetes-types/core/v1.js";
import type { Ingress } from "kubernetes-types/networking/v1.js";
import type { PodDisruptionBudget } from "kubernetes-types/policy/v1.js";
import { parse, parseAllDocuments } from "yaml";

export function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

/** The lines of the Dockerfile as its instructions, those that go on in the next line joined. */
export const dockerfile = textOf("Dockerfile")
  .replace(/^\s*#.*\n/gm, "")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .flatMap((line) => {
    const [, name = "", words = ""] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    return name === "" ? [] : [{ name, words }];
  });

/** What the last image says of itself, such as USER. */
export function lastOf(name: string): string {
  const found = dockerfile.findLast((instruction) => instruction.name === name);
  if (found === undefined) throw new Error(`the Dockerfile has no ${name}`);
  return found.words;
}

/** What the image sets by ENV. */
export const imageEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  dockerfile.flatMap(({ name, words }) => (name === "ENV" ? [words.split("=", 2)] : [])),
);

export interface Compose {
  readonly services: Readonly<Record<"bot" | "postgres", ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export interface ComposeService {
  readonly image: string;
  readonly build?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly env_file?: readonly { readonly path: string; readonly format: string }[];
  readonly ports?: readonly string[];
  readonly volumes: readonly (string | { readonly type: string; readonly target: string })[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period: string;
  readonly read_only?: boolean;
}

/** compose.yml as Compose sees it where POSTGRES_PASSWORD is this. */
export function composeWith(password: string): Compose {
  const text = textOf("compose.yml").replaceAll(/\$\{POSTGRES_PASSWORD:\?[^}]+\}/g, password);
  return parse(text) as Compose;
}

export const kubernetesFiles = [
  "deploy/kubernetes.yml",
  "deploy/kubernetes-secret.example.yml",
] as const;

export interface Kinds {
  readonly Deployment: Deployment;
  readonly Service: Service;
  readonly Ingress: Ingress;
  readonly PodDisruptionBudget: PodDisruptionBudget;
  readonly Secret: Secret;
}

export const kubernetesObjects = kubernetesFiles.flatMap((path) =>
  parseAllDocuments(textOf(path)).map((document) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${String(document.errors)}`);
    return document.toJS() as Kinds[keyof Kinds];
  }),
);

/** The one object of a kind. `test/deploy/kubernetes-types.test.ts` holds it to its type. */
export function only<K extends keyof Kinds>(kind: K): Kinds[K] {
  const [found, ...others] = kubernetesObjects.filter((object) => object.kind === kind);
  if (found === undefined || others.length > 0) throw new Error(`not one ${kind}`);
  return found as Kinds[K];
}

export function podOf({ spec }: Deployment) {
  const pod = spec?.template.spec;
  const [container, ...others] = pod?.containers ?? [];
  if (pod === undefined || container === undefined || others.length > 0) {
    throw new Error("the Deployment has not one container");
  }
  return { pod, container };
}

/** Where a container's variables are written down, as they are. */
export function environmentOf(
  { env = [], envFrom = [] }: Container,
  secret: Secret,
): Record<string, string> {
  const fromSecret = (name: string | undefined, key?: string): Record<string, string> => {
    if (name !== secret.metadata?.name) throw new Error(`there is no Secret ${name}`);
    const values = secret.stringData ?? {};
    if (key === undefined) return values;
    const value = values[key];
    if (value === undefined) throw new Error(`the Secret has no ${key}`);
    return { [key]: value };
  };
  return Object.assign(
    {},
    ...envFrom.map(({ secretRef }) => fromSecret(secretRef?.name)),
    ...env.map(({ name, value, valueFrom }) =>
      valueFrom === undefined
        ? { [name]: value }
        : fromSecret(valueFrom.secretKeyRef?.name, valueFrom.secretKeyRef?.key),
    ),
  ) as Record<string, string>;
}
