import type { ListenOptions, Server } from "node:net";

/** Resolves with the port, once the server listens. */
export function listen(server: Server, options: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("No TCP port"));
      else resolve(address.port);
    });
  });
}
