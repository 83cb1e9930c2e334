// Stands in the bot's process (node --import) and writes down on SIGUSR2 what that holds.
import { getEventListeners } from "node:events";
import process from "node:process";

const signals = new Set();
const add = Reflect.get(EventTarget.prototype, "addEventListener");
// A signal that lives for the whole process may gather listeners, and nobody would see it.
EventTarget.prototype.addEventListener = function addEventListener(...parts) {
  if (this instanceof AbortSignal) signals.add(new WeakRef(this));
  return add.apply(this, parts);
};

let warnings = 0;
process.on("warning", () => (warnings += 1));

function listenersOfSignals() {
  const seen = new Set();
  for (const reference of signals) {
    const signal = reference.deref();
    if (signal === undefined || seen.has(signal)) signals.delete(reference);
    else seen.add(signal);
  }
  return [...seen].reduce((sum, signal) => sum + getEventListeners(signal, "abort").length, 0);
}

process.on("SIGUSR2", () => {
  // What the first collection sets free for finalizers, the next ones take.
  for (let time = 0; time < 4; time += 1) globalThis.gc();
  const handles = process.getActiveResourcesInfo().filter((kind) => kind !== "Timeout");
  const own = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const report = {
    heapMib: process.memoryUsage().heapUsed / 2 ** 20,
    handles: handles.length,
    listeners: own + listenersOfSignals(),
    warnings,
  };
  process.stderr.write(`probe ${JSON.stringify(report)}\n`);
});
