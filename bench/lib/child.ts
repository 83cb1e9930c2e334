import { spawn, type ChildProcess } from "node:child_process";

/** A process that is measured, or that takes part, with a channel to ask it things. */
export interface Child {
  readonly pid: number;
  /** What it has written so far. */
  readonly out: string;
  /** Rejects where it ends first, or `withinMs` pass without an answer. */
  ask<T>(name: string, about?: unknown, withinMs?: number): Promise<T>;
  /** The first match in what it writes, as soon as it is there. */
  written(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Words for Node itself, before the path. */
  readonly nodeOptions?: readonly string[];
}

interface Answered {
  readonly number: number;
  readonly answered?: unknown;
  readonly failed?: string;
}

const patienceMs = 30_000;
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts it with this environment alone. */
export function startChild({ path, env = {}, nodeOptions = [] }: ChildOptions): Child {
  const child = spawn(process.execPath, [...nodeOptions, path], {
    env: { ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  running.add(child);
  const asked = new Map<number, (answer: Answered) => void>();
  let number = 0;
  let out = "";
  const hear = (text: string): void => {
    out += text;
    // A log under load: only what comes at the start is read.
    if (out.length > 1_000_000) out = out.slice(-10_000);
  };
  child.stdout?.setEncoding("utf8").on("data", hear);
  child.stderr?.setEncoding("utf8").on("data", hear);
  child.on("message", (message) => {
    const answer = message as Answered;
    asked.get(answer.number)?.(answer);
    asked.delete(answer.number);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      running.delete(child);
      const failed = `${path} ended (${code ?? signal}): ${out.slice(-2_000)}`;
      for (const [open, answer] of asked) answer({ number: open, failed });
      resolve();
    });
  });

  return {
    pid: child.pid ?? 0,
    get out() {
      return out;
    },
    ask<T>(name: string, about: unknown = null, withinMs?: number): Promise<T> {
      number += 1;
      const own = number;
      return new Promise<T>((resolve, reject) => {
        const late = (): void => {
          asked.delete(own);
          reject(new Error(`${name}: no answer within ${withinMs} ms`));
        };
        const timer = withinMs === undefined ? undefined : setTimeout(late, withinMs);
        asked.set(own, ({ answered, failed }) => {
          clearTimeout(timer);
          if (failed === undefined) resolve(answered as T);
          else reject(new Error(`${name}: ${failed}`));
        });
        child.send({ number: own, name, about });
      });
    },
    written(pattern) {
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          child.stdout?.off("data", look);
          child.off("exit", end);
        };
        const fail = (why: string): void => {
          stop();
          reject(
            new Error(`${path}: ${String(pattern)} did not come, ${why}\n${out.slice(-2_000)}`),
          );
        };
        const timer = setTimeout(() => fail("in time"), patienceMs);
        const end = (): void => fail("and it ended");
        const look = (): void => {
          const found = pattern.exec(out);
          if (found === null) return;
          stop();
          resolve(found);
        };
        child.stdout?.on("data", look);
        child.once("exit", end);
        look();
      });
    },
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
