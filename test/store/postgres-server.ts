import type { TestProject } from "vitest/node";
import { startPostgres } from "../support/postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of a PostgreSQL that this run of the tests started; empty where it could not. */
    postgresUrl: string;
  }
}

/** One real PostgreSQL for a whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const server = await startPostgres();
    project.provide("postgresUrl", server.url);
    return () => server.close();
  } catch (error) {
    if (process.env["CI"] !== undefined) throw error;
    process.stderr.write(
      `\nPostgreSQL could not be started here, so half of the store's tests do NOT run: ${String(error)}\n`,
    );
    project.provide("postgresUrl", "");
    return () => Promise.resolve();
  }
}
