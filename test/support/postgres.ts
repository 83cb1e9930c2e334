import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen } from "../../simulator/network/listen.ts";
import { EmbeddedPostgres } from "./embedded-postgres.ts";

export interface PostgresServer {
  readonly url: string;
  /** Ends it, with all its connections; what it holds stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A real PostgreSQL, from npm: nothing has to be installed for it. */
export async function startPostgres(): Promise<PostgresServer> {
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
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      // What is lost when this machine loses its power is lost.
      postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    return {
      url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
      stop: () => server.stop(),
      start: () => server.start(),
      async close() {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
