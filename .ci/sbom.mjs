// Writes the bill of materials of what is shipped, as CycloneDX, from the lockfile. npm's own
// --omit=dev leaves out what something for development uses as well, such as pg: so npm lists
// everything, and what is only for development is taken out here.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const words = ["sbom", "--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=application"];
const { stdout, stderr, status } = spawnSync("npm", words, {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) {
  process.stderr.write(stderr);
  process.exit(1);
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const shipped = new Set(
  Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")}@${version}`),
);

const bill = JSON.parse(stdout);
const { name, version } = packages[""];
// npm names it for the folder that it stands in.
bill.metadata.component.name = name;
const isKept = (ref) => ref === `${name}@${version}` || shipped.has(ref);
bill.components = bill.components.filter((component) => isKept(component["bom-ref"]));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => isKept(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isKept) }));
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
