import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection on which a test says byte for byte what a well-behaved client never would. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that came back so far. */
  readonly heard: string;
  /** After how many ms the other side ended it, and what it had said by then. */
  readonly closed: Promise<{ readonly afterMs: number; readonly heard: string }>;
}

export async function openRaw(base: string, firstWords: string): Promise<RawConnection> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  let heard = "";
  socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
  // A reset is one way to be cut off.
  socket.on("error", () => undefined);
  const start = performance.now();
  const closed = new Promise<{ afterMs: number; heard: string }>((resolve) => {
    socket.once("close", () => resolve({ afterMs: performance.now() - start, heard }));
  });
  await once(socket, "connect");
  if (firstWords !== "") socket.write(firstWords);
  return {
    socket,
    get heard() {
      return heard;
    },
    closed,
  };
}

/** Goes on writing this every so often, until the connection is closed. */
export function drip({ socket }: RawConnection, piece: string, everyMs: number): void {
  const timer = setInterval(() => void socket.write(piece), everyMs);
  socket.once("close", () => clearInterval(timer));
}

/** The head of a request, with its empty line. */
export function headOf(first: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${first} HTTP/1.1\r\nhost: bot\r\n${lines.join("")}\r\n`;
}
