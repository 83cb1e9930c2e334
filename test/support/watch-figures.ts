/** The figures of watches, made short, so that a test sees in a second what takes minutes. */
export const briskWatches = {
  hotEveryMs: 60,
  hotForMs: 400,
  calmEveryMs: 150,
  // As in the real ones, longer than a reading that fails alone; a busy machine may stall as well.
  staleAfterMs: 600,
  editEveryMs: 100,
  doubtMs: 50,
  retryMs: 50,
  longestRetryMs: 200,
  tickMs: 15,
  rememberMs: 1,
  rememberMissingMs: 1,
  rememberCompanyMs: 1,
  channelIntervalMs: 5,
} as const;
