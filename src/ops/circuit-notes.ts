import type { Circuit } from "../tencent/breaker.ts";
import type { Log } from "./log.ts";

/** Writes down when Tencent stopped answering and when it answers again, each once. */
export function circuitNotes(log: Log): (circuit: Circuit) => void {
  let isOpen = false;
  return (circuit) => {
    if (circuit.kind === "closed") {
      isOpen = false;
      log.info("Tencent answers again");
    } else if (!isOpen) {
      isOpen = true;
      const { name, status } = circuit.cause;
      log.warn({ fault: name, status }, "nothing answers at Tencent: it is asked once in a while");
    }
  };
}
