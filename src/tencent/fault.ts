/**
 * Why no answer of Tencent's could be read. The last four are ours: the time allowed was used
 * up, too many were waiting, nothing answered any more so that Tencent was not asked, or this
 * process is stopping.
 */
export type FaultName =
  | "timed-out"
  | "could-not-connect"
  | "connection-refused"
  | "connection-reset"
  | "name-not-found"
  | "tls-failed"
  | "http-status"
  | "unreadable"
  | "too-large"
  | "out-of-time"
  | "too-many-waiting"
  | "circuit-open"
  | "stopping";

export interface Fault {
  readonly name: FaultName;
  /** The HTTP status, for `http-status`. */
  readonly status?: number;
  /**
   * How long the line is, in ms, for `too-many-waiting`; for `circuit-open`, when Tencent is tried
   * again, left out while a try is under way.
   */
  readonly expectedWaitMs?: number;
  /** What the last try came to, for `circuit-open`. */
  readonly cause?: Fault;
}

const byErrorCode: Readonly<Record<string, FaultName>> = {
  UND_ERR_HEADERS_TIMEOUT: "timed-out",
  UND_ERR_BODY_TIMEOUT: "timed-out",
  UND_ERR_CONNECT_TIMEOUT: "could-not-connect",
  ETIMEDOUT: "could-not-connect",
  EHOSTUNREACH: "could-not-connect",
  ENETUNREACH: "could-not-connect",
  // This process, or this machine, is out of file handles.
  EMFILE: "could-not-connect",
  ENFILE: "could-not-connect",
  ECONNREFUSED: "connection-refused",
  ECONNRESET: "connection-reset",
  EPIPE: "connection-reset",
  UND_ERR_SOCKET: "connection-reset",
  ENOTFOUND: "name-not-found",
  EAI_AGAIN: "name-not-found",
  EAI_FAIL: "name-not-found",
  EPROTO: "tls-failed",
};

/** Faults after which the query can't have left this machine. */
const neverSent: ReadonlySet<FaultName> = new Set([
  "could-not-connect",
  "connection-refused",
  "name-not-found",
  "tls-failed",
]);

export function isNeverSent(name: FaultName): boolean {
  return neverSent.has(name);
}

/**
 * Faults by which Tencent or the network is broken for every question alike. Whatever was answered
 * is none of them: not a code, which may be about one room; not what can't be read, since
 * something did answer; not a refusal of the address (404 and the like), whose own card names what
 * the operators have to mend, and which costs nobody any patience.
 */
export function isBreakdown({ name, status = 0 }: Fault): boolean {
  if (name === "http-status") return isPassingStatus(status);
  return name === "timed-out" || name === "connection-reset" || isNeverSent(name);
}

/** HTTP statuses that a gateway sends while what is behind it fails. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** What OpenSSL and Node name their refusals of a certificate by. */
const tlsCode =
  /^ERR_(?:TLS|SSL)|CERT|CRL|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH/;

/** Names what undici or the socket threw. What nobody foresaw counts as a lost connection. */
export function faultNameOf(error: unknown): FaultName {
  const { code, syscall } = marksOf(error);
  if (code === undefined) return "connection-reset";
  const known = byErrorCode[code] ?? (tlsCode.test(code) ? "tls-failed" : "connection-reset");
  // The network may fail under an open connection too, over which the query has gone.
  return known === "could-not-connect" && (syscall === "read" || syscall === "write")
    ? "connection-reset"
    : known;
}

interface Marks {
  readonly code?: string;
  readonly syscall?: string;
}

function marksOf(error: unknown, depth = 0): Marks {
  if (typeof error !== "object" || error === null || depth > 5) return {};
  const syscall = "syscall" in error && typeof error.syscall === "string" ? error.syscall : "";
  if ("code" in error && typeof error.code === "string") return { code: error.code, syscall };
  return "cause" in error ? marksOf(error.cause, depth + 1) : {};
}
