import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { listen } from "../../simulator/network/listen.ts";
import { EmbeddedPostgres } from "../support/embedded-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of a PostgreSQL that this run of the tests started; empty where it could not. */
    postgresUrl: string;
  }
}

/** One real PostgreSQL for a whole run, from npm: nothing has to be installed for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-postgres-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    // Root can't run PostgreSQL, so that another user has to get into this folder.
    await chmod(folder, 0o755);
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, "data"),
      port,
      user: "postgres",
      password: "password",
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      // What is lost when this machine loses its power is lost.
      postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    project.provide("postgresUrl", `postgres://postgres:password@127.0.0.1:${port}/postgres`);
    return async () => {
      await server.stop();
      await remove();
    };
  } catch (error) {
    await remove();
    if (process.env["CI"] !== undefined) throw error;
    process.stderr.write(
      `\nPostgreSQL could not be started here, so half of the store's tests do NOT run: ${String(error)}\n`,
    );
    project.provide("postgresUrl", "");
    return () => Promise.resolve();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
