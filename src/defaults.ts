/** Every figure of the design in one place; the parts take them as options. Times in ms. */
export const defaults = {
  queryTimeoutMs: 5_000,
  connectTimeoutMs: 3_000,
  /** A first try with less time left would hardly be answered, and would hold its slot for 6 s. */
  shortestFirstTryMs: 500,
  /** Tencent itself gives up after 3 s: a shorter try might miss an answer that is on its way. */
  shortestTryMs: 3_000,
  lookUpDeadlineMs: 12_000,
  /** Tencent locks an account for a minute after bad tries. */
  lockMs: 60_000,
  /** Three rooms without an answer, over two seconds: no single slow answer, and no mere blip… */
  circuitQuestions: 3,
  circuitSpanMs: 2_000,
  circuitWindowMs: 30_000,
  /** …and then one try in so long. */
  circuitRestMs: 5_000,
  answerBodyLimit: 1024 * 1024,
  longestLine: { person: 2_000, background: 5_000 },
  restMs: 1_000,
  graceMs: 5_000,
  silenceMs: 1_000,
  /** What several processes share: a slot is theirs for so long. A query may take 11 s of it… */
  leaseMs: 15_000,
  /** …a clock of another machine is read in whole ms… */
  clockMarginMs: 2,
  /** …and who waits for slots asks for them so often, also for those that come free so soon. */
  tradeEveryMs: 40,
  tradeAheadMs: 150,
  tradeBackMs: 250,
  tradeRetryMs: 1_000,
  /** One word with the table of slots. A person may wait meanwhile. */
  slotTableMs: 1_000,
  /** What another process wants counts for so long after it said so. */
  demandMs: 2_000,
  /** A part of the reserve outlasts the database for so long, and its process if that is killed. */
  reserveMs: 30 * 60_000,
  beatMs: 5_000,
  beatRetryMs: 1_000,
  replicaGoneMs: 15_000,
  signatureLifeSeconds: 24 * 60 * 60,
  rememberMs: 2_000,
  rememberMost: 10_000,
  underWayMs: 2_000,
  /** The doctor's look-up: long enough for one try without an answer, too short for a second. */
  doctorAskMs: 8_000,
  slackPostTimeoutMs: 5_000,
  channelIntervalMs: 1_000,
  longestChannelLine: 20,
  rememberedCards: 10_000,
  rememberedPeople: 5_000,
  /** After so long without an alert about a room, the next one counts as news. */
  stormQuietMs: 5 * 60_000,
  /** The members of a user group, as Slack listed them. */
  rememberGroupMs: 5 * 60_000,
  /** What Slack says of people and channels: guests, other companies. */
  rememberCompanyMs: 10 * 60_000,
  /** Somebody waits meanwhile for the answer about their room. */
  companyTimeoutMs: 2_000,
  rememberedStorms: 10_000,
  /** A channel that has seen a link's status sees it again no sooner. */
  linkQuietMs: 30 * 60_000,
  rememberedLinks: 10_000,
  rememberMissingMs: 10_000,
  /** One connection to the store, or one query, where there is a network between. */
  storeMs: 5_000,
  /** Slack waits 3 s for its acknowledgement: past this, what the store knows is not waited for. */
  handledMs: 1_000,
  /** Slack delivers again for minutes; a day is for outages, and for events that it held back. */
  keepHandledMs: 24 * 60 * 60_000,
  /** What a process left undone is taken over by the next that looks, so often… */
  takeOverEveryMs: 5_000,
  /** …so much at once… */
  takeOverMost: 100,
  /** …a second time at most, in case it is what ended the process… */
  takeOverTimes: 2,
  /** …and no later than Slack's response_url allows, less the time for a look-up. */
  lateAnswerMs: 28 * 60_000,
  keepThreadCardsMs: 90 * 24 * 60 * 60_000,
  keepEndedWatchesMs: 24 * 60 * 60_000,
  pruneEveryMs: 60 * 60_000,
  watchForMs: 2 * 60 * 60_000,
  /** A room that is watched is read so often for a minute after a change, a question or the start… */
  hotEveryMs: 5_000,
  hotForMs: 60_000,
  /** …and so often otherwise. */
  calmEveryMs: 30_000,
  /** More than one reading at the calm pace: one that fails alone is no news. */
  staleAfterMs: 45_000,
  editEveryMs: 10_000,
  /** A post that was under way when the last process ended may still arrive for so long. */
  doubtMs: 2_000,
  retryMs: 5_000,
  longestRetryMs: 60_000,
  tickMs: 500,
  /** Work of a process that died comes free after this. What is taken is done in less… */
  claimMs: 30_000,
  /** …as a search, a turn in the channel and a post take at most this each. */
  watchCallMs: 8_000,
  checksAtOnce: 100,
  worksAtOnce: 20,
  /** A Socket Mode connection on which Slack was not heard for so long counts as none. */
  pongMs: 35_000,
  /** Whoever asks for health waits no longer for Slack or the store: probes give up after 1 s. */
  healthWaitMs: 800,
  /** So long, what Slack last said of the token is believed; where it was bad, for less long. */
  slackNewsMs: 30_000,
  slackBadNewsMs: 5_000,
  slackProbeMs: 3_000,
  slackFailures: 3,
  /** Answers of Tencent's in a row that were none, and how long that is news. */
  tencentFailures: 3,
  tencentNewsMs: 60_000,
  storeNewsMs: 1_000,
  traceFlushMs: 1_000,
  requestBodyLimit: 1024 * 1024,
  socketConnections: 2,
  socketStartTimeoutMs: 30_000,
  /** Look-ups are cut short here, so that their answers can still be posted… */
  stopAnswersMs: 6_000,
  /** Then connections that still send or receive get this long. */
  stopConnectionsMs: 500,
  /** …before the process ends for good. */
  stopMs: 9_500,
} as const;
