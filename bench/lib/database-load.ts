import { readFileSync } from "node:fs";
import { Client } from "pg";

/** What a PostgreSQL has done so far. */
export interface DatabaseWork {
  readonly transactions: number;
  readonly rowsWritten: number;
  /** CPU time of all its processes, in ms; NaN where the system does not tell. */
  readonly cpuMs: number;
}

export interface DatabaseMeter {
  read(): Promise<DatabaseWork>;
  close(): Promise<void>;
}

/** Linux counts CPU time in hundredths of a second for every program. */
const msOfATick = 10;

export async function meterDatabase(url: string): Promise<DatabaseMeter> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const {
    rows: [postmaster],
  } = await client.query<{ pid: number }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid",
  );
  return {
    async read() {
      // What each connection did is told a moment later.
      const { rows } = await client.query<{ done: number; written: number }>(
        `select (xact_commit + xact_rollback)::int as done,
          (tup_inserted + tup_updated + tup_deleted)::int as written
        from pg_stat_database where datname = current_database()`,
      );
      const [row] = rows;
      if (row === undefined) throw new Error("the database does not know itself");
      const cpuMs = await cpuOf(client, postmaster?.pid);
      return { transactions: row.done, rowsWritten: row.written, cpuMs };
    },
    close: () => client.end(),
  };
}

/** Those that are open now, and those that ended and that the first process has waited for. */
async function cpuOf(client: Client, postmaster: number | undefined): Promise<number> {
  if (process.platform !== "linux" || postmaster === undefined) return Number.NaN;
  const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity");
  const open = rows.reduce((sum, { pid }) => sum + ticks(pid, [11, 12]), 0);
  return (open + ticks(postmaster, [11, 12, 13, 14])) * msOfATick;
}

/** @param fields of Linux' own list for a process, counted from behind its name */
function ticks(pid: number, fields: readonly number[]): number {
  try {
    // The name of the program may hold blanks; behind its bracket come the numbers.
    const numbers = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return fields.reduce((sum, field) => sum + Number(numbers[field]), 0);
  } catch {
    return 0;
  }
}
