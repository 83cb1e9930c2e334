import { readEnvironment } from "./environment.ts";
import { addSampleRooms } from "./sample-rooms.ts";
import { startTencentSimulator } from "./server.ts";

// The stand-in as a process of its own, so that it does not share an event loop with what it tries.

try {
  const { simulator: options, latency } = readEnvironment(process.env);
  const simulator = await startTencentSimulator(options);
  simulator.weather.latency = latency;
  addSampleRooms(simulator);
  // With the server closed nothing is left to keep the process.
  const stop = (): void => void simulator.close();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`${JSON.stringify({ url: simulator.url })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
