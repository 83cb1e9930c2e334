import type { Pool, PoolConfig } from "pg";

/** @param timeoutMs for a connection, and for one query */
export async function openPool(url: string, timeoutMs: number, config: PoolConfig): Promise<Pool> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    keepAlive: true,
    ...config,
  });
  // A connection that breaks while nobody uses it, or between two queries of whoever does: the pool
  // opens another, and the next query says so. Unheard, either would end this process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
