import { mkdtemp, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { StorePlace } from "../../store/store-place.ts";
import type { Finding } from "./finding.ts";

const step = "Store";

/** Whether what has to outlive a restart can be kept. Nothing is left behind or changed. */
export async function storeStep(place: StorePlace, timeoutMs: number): Promise<Finding> {
  if (place.kind === "none") {
    return { step, verdict: "good", what: "nothing is kept, as DATA_DIR=none has it: no watches" };
  }
  return place.kind === "sqlite" ? folderStep(place.folder) : postgresStep(place.url, timeoutMs);
}

async function folderStep(folder: string): Promise<Finding> {
  try {
    await mayWrite(resolve(folder));
    return { step, verdict: "good", what: "the folder of DATA_DIR can be written" };
  } catch (error) {
    return {
      step,
      verdict: "bad",
      what: `the folder of DATA_DIR can't be written (${codeOf(error)}): there are no watches`,
      next: "Let the user that runs the bot write that folder, or set DATA_DIR to another one, or to none.",
    };
  }
}

/** The bot makes the folder where it isn't there yet: then what counts is the one around it. */
async function mayWrite(folder: string): Promise<void> {
  try {
    // What permissions say is not all: a disk may be full, or mounted for reading.
    await rmdir(await mkdtemp(join(folder, ".greenroom-doctor-")));
  } catch (error) {
    const parent = dirname(folder);
    if (codeOf(error) !== "ENOENT" || parent === folder) throw error;
    await mayWrite(parent);
  }
}

async function postgresStep(url: string, timeoutMs: number): Promise<Finding> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  // A connection that breaks tells its question too.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean | null }>(
      "select has_schema_privilege(current_schema(), 'create') as may",
    );
    if (rows[0]?.may === true) {
      return { step, verdict: "good", what: "PostgreSQL answers, and its user may make tables" };
    }
    return {
      step,
      verdict: "bad",
      what: "PostgreSQL answers, but its user may not make tables",
      next: "Make the user of DATABASE_URL the owner of that database.",
    };
  } catch (error) {
    return {
      step,
      verdict: "bad",
      what: `the PostgreSQL of DATABASE_URL can't be used (${codeOf(error)})`,
      next: "Check DATABASE_URL, whether that PostgreSQL runs, and whether its user and password are right.",
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A code is safe to print, where a message may quote the address. */
function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" && code !== "" ? code : "no answer";
}
