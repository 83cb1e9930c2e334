// Stands in the bot's process (node --import) and writes down on SIGUSR2 what that holds.
import { getEventListeners } from "node:events";
import process from "node:process";
import { setImmediate as turn } from "node:timers/promises";

const known = new WeakSet();
const signals = new Set();
const add = Reflect.get(EventTarget.prototype, "addEventListener");
// A signal that lives for the whole process may gather listeners, and nobody would see it.
EventTarget.prototype.addEventListener = function addEventListener(...parts) {
  if (this instanceof AbortSignal && !known.has(this)) {
    known.add(this);
    signals.add(new WeakRef(this));
  }
  return add.apply(this, parts);
};

let warnings = 0;
process.on("warning", () => (warnings += 1));

/** What the first collection sets free for finalizers, the next ones take. */
async function collect() {
  for (let time = 0; time < 4; time += 1) {
    globalThis.gc();
    // oxlint-disable-next-line no-await-in-loop -- finalizers have their turn in between
    await turn();
  }
}

function listenersOfSignals() {
  return [...signals].reduce((sum, reference) => {
    const signal = reference.deref();
    return sum + (signal === undefined ? 0 : getEventListeners(signal, "abort").length);
  }, 0);
}

/** What this probe itself has gathered is no growth of the bot's. */
function forgetTheGone() {
  for (const reference of signals) {
    if (reference.deref() === undefined) signals.delete(reference);
  }
}

async function report() {
  await collect();
  forgetTheGone();
  await collect();
  const { heapUsed, rss } = process.memoryUsage();
  const byKind = {};
  for (const kind of process.getActiveResourcesInfo()) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const own = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const holding = {
    heapMib: heapUsed / 2 ** 20,
    rssMib: rss / 2 ** 20,
    handles: byKind,
    listeners: own + listenersOfSignals(),
    warnings,
  };
  process.stderr.write(`probe ${JSON.stringify(holding)}\n`);
}

process.on("SIGUSR2", () => void report());
