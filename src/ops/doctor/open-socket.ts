import { WebSocket } from "undici";

/**
 * Whether a connection of Socket Mode opens and says hello. It is closed at once: while it is open,
 * Slack may send it what is meant for the bot.
 */
export async function openSocket(url: string, timeoutMs: number): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const socket = new WebSocket(url);
  return new Promise((resolve) => {
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(isOpen);
    };
    const timer = setTimeout(() => end(false), timeoutMs);
    socket.addEventListener("message", ({ data }) => end(isHello(data)), { once: true });
    socket.addEventListener("error", () => end(false), { once: true });
    socket.addEventListener("close", () => end(false), { once: true });
  });
}

function isHello(data: unknown): boolean {
  return typeof data === "string" && /"type"\s*:\s*"hello"/.test(data);
}
