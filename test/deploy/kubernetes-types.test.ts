import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { kubernetesObjects } from "./files.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

const homes: Readonly<Record<string, string>> = {
  Deployment: "apps/v1",
  Service: "core/v1",
  Secret: "core/v1",
  Ingress: "networking/v1",
  PodDisruptionBudget: "policy/v1",
};

/** What the compiler says of objects where their types are expected: names and forms of all fields. */
async function mistakesIn(
  objects: readonly { readonly kind?: string | undefined }[],
): Promise<string> {
  // Inside this project, or the types would not be found.
  await mkdir(join(top, "build"), { recursive: true });
  const folder = await mkdtemp(join(top, "build/kubernetes-"));
  try {
    const lines = objects.map((object, index) => {
      const { kind = "" } = object;
      const type = `import("kubernetes-types/${homes[kind]}.js").${kind}`;
      return `export const object${index}: ${type} = ${JSON.stringify(object, null, 2)};\n`;
    });
    const file = join(folder, "objects.ts");
    await writeFile(file, lines.join("\n"));
    const options = ["--noEmit", "--ignoreConfig", "--strict", "--module", "nodenext"];
    const compiler = join(top, "node_modules/typescript/bin/tsc");
    await run(process.execPath, [compiler, ...options, "--types", "", file]);
    return "";
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("every object is of the form that Kubernetes takes", async () => {
  expect(kubernetesObjects).toHaveLength(5);
  expect(await mistakesIn(kubernetesObjects)).toBe("");
});

test("a name that Kubernetes does not know would be found, and a value of another type", async () => {
  const unknown = { kind: "Service", spec: { selektor: {} } };
  const wrong = { kind: "Service", spec: { type: true } };
  const mistakes = await mistakesIn([unknown, wrong]);
  expect(mistakes).toContain("'\"selektor\"' does not exist in type 'ServiceSpec'");
  expect(mistakes).toContain("Type 'boolean' is not assignable to type 'string'");
});
