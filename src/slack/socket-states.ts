/** How one connection of Socket Mode stands. */
export interface SocketState {
  readonly isOpen: boolean;
  /** Since Slack was last heard to answer on it, in ms; undefined where it never was. */
  readonly pongAgeMs: number | undefined;
}

/** The client keeps its socket to itself and offers no other way to ask. */
export function socketStateOf(
  client: object,
  ageOf: (webSocket: object) => number | undefined,
): SocketState {
  const socket = objectIn(client, "websocket");
  const webSocket = socket && objectIn(socket, "websocket");
  const isActive: unknown = socket && Reflect.get(socket, "isActive");
  return {
    isOpen: typeof isActive === "function" && Reflect.apply(isActive, socket, []) === true,
    pongAgeMs: webSocket && ageOf(webSocket),
  };
}

function objectIn(holder: object, key: string): object | undefined {
  const value: unknown = Reflect.get(holder, key);
  return typeof value === "object" && value !== null ? value : undefined;
}
