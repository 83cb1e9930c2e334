import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { atEndOfFile } from "./end-of-file.ts";

/** A built program as a process, with what it has written so far. */
export interface Program {
  readonly pid: number | undefined;
  readonly out: string;
  readonly err: string;
  /**
   * The first match in what it writes, as soon as it is there.
   *
   * @param from how much of `err` is old
   */
  written(pattern: RegExp, from?: number): Promise<RegExpExecArray>;
  type(text: string): void;
  endInput(): void;
  signal(name: "SIGTERM" | "SIGINT" | "SIGKILL" | "SIGSTOP" | "SIGCONT" | "SIGUSR2"): void;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export const programs = {
  bot: programAt("dist/main.js"),
  cli: programAt("dist/cli/main.js"),
  demo: programAt("build/demo/main.js"),
} as const;

function programAt(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

const patienceMs = 20_000;
/** For what is still running when its file is over. */
const leaveMs = 3_000;

/** What the system lets a process have, and Node itself is told. */
export interface Limits {
  readonly node?: readonly string[];
  readonly openFiles?: number;
  /** The longest that a file may get, in KiB. */
  readonly fileKib?: number;
}

function limited({ node = [], ...limits }: Limits): readonly [string, readonly string[]] {
  const { openFiles, fileKib } = limits;
  const words = [
    ...(openFiles === undefined ? [] : [`ulimit -n ${openFiles}`]),
    // POSIX counts files in blocks of 512 bytes.
    ...(fileKib === undefined ? [] : [`ulimit -f ${fileKib * 2}`]),
  ];
  return ["/bin/sh", ["-c", [...words, 'exec "$0" "$@"'].join(" && "), process.execPath, ...node]];
}

/** Starts it with this environment alone; it is gone when the last test of the file is over. */
export function runProgram(
  path: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  limits?: Limits,
): Program {
  const [command, before] = limits === undefined ? [process.execPath, []] : limited(limits);
  const child: ChildProcessWithoutNullStreams = spawn(command, [...before, path, ...words], {
    env,
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => {
      resolve(code ?? signal ?? "");
    });
  });
  // What a test left behind ends with its file. A demo that is killed would leave its bot behind.
  atEndOfFile(async () => {
    child.kill("SIGTERM");
    child.kill("SIGCONT");
    await Promise.race([ended, wait(leaveMs)]);
    child.kill("SIGKILL");
  });
  return {
    pid: child.pid,
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    written(pattern, from = 0) {
      return new Promise((resolve, reject) => {
        const fail = (why: string): void =>
          reject(new Error(`${String(pattern)} did not come: ${why}\n${out}\n${err}`));
        const timer = setTimeout(() => fail("it took too long"), patienceMs);
        const look = (): void => {
          const found = pattern.exec(out) ?? pattern.exec(err.slice(from));
          if (found === null) return;
          stop();
          resolve(found);
        };
        const end = (): void => fail("the program ended");
        const stop = (): void => {
          clearTimeout(timer);
          child.stdout.off("data", look);
          child.stderr.off("data", look);
          child.off("close", end);
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        child.once("close", end);
        look();
      });
    },
    type: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    signal: (name) => void child.kill(name),
    ended,
  };
}

/** A bot that has said it is ready, and where its HTTP server is. */
export async function startBotProgram(
  env: Readonly<Record<string, string>>,
  limits?: Limits,
): Promise<{ program: Program; url: string }> {
  const program = runProgram(programs.bot, [], env, limits);
  const [, port] = await program.written(/"port":(\d+).*"Greenroom is ready"/);
  return { program, url: `http://127.0.0.1:${port}` };
}
