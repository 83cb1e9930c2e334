/** What a process of ours is asked over the channel from the one that started it. */
interface Asked {
  readonly number: number;
  readonly name: string;
  readonly about: unknown;
}

type Handler = (about: unknown) => unknown;

const handlers = new Map<string, Handler>();

/** Answers a question by that name from the process that started this one. */
export function onAsked(name: string, handler: Handler): void {
  if (handlers.size === 0) listen();
  handlers.set(name, handler);
}

function listen(): void {
  process.on("message", (message) => {
    const { number, name, about } = message as Asked;
    const answer = async (): Promise<unknown> => {
      const handler = handlers.get(name);
      if (handler === undefined) throw new Error(`nothing here answers ${name}`);
      return handler(about);
    };
    answer().then(
      (answered) => process.send?.({ number, answered }),
      (error: unknown) => process.send?.({ number, failed: String(error) }),
    );
  });
  // The one that started this process is gone: so is the reason to measure.
  process.once("disconnect", () => process.exit());
}
