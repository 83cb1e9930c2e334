import type { Explanation } from "../problem.ts";
import { isPassingStatus, type Fault, type FaultName } from "../fault.ts";

type FaultExplanation = Omit<Explanation, "code" | "readings">;

const explanations: Readonly<Record<FaultName, FaultExplanation>> = {
  "timed-out": {
    title: "Tencent did not answer in time",
    meaning:
      "This bot asked Tencent about the room and heard nothing before the time allowed was over. Nothing is known about the room itself.",
    audience: "tencent",
    next: "Ask again in a minute. If it stays like this, tell the people who run this bot; Tencent or the network on the way may be slow.",
  },
  "could-not-connect": {
    title: "No way through to Tencent",
    meaning:
      "This bot could not open a connection to Tencent's servers. The question was never sent.",
    audience: "operator",
    next: "Ask again in a minute. If it stays like this, the people who run this bot should check its network and firewall.",
  },
  "connection-refused": {
    title: "Tencent's server turned the connection away",
    meaning:
      "The server answered that it takes no connections at the moment. The question was never sent.",
    audience: "operator",
    next: "Ask again in a minute. If it stays like this, the people who run this bot should check the address it uses for Tencent.",
  },
  "connection-reset": {
    title: "The connection to Tencent broke off",
    meaning:
      "The connection ended before the whole answer was here. Nothing is known about the room itself.",
    audience: "tencent",
    next: "Ask again in a minute. If it happens often, tell the people who run this bot; the network on the way may be at fault.",
  },
  "name-not-found": {
    title: "Tencent's address could not be found",
    meaning:
      "This bot asked the network for the address of Tencent's server by its name and got none. The question was never sent.",
    audience: "operator",
    next: "The people who run this bot should check the region in its settings and the name service (DNS) of its network.",
  },
  "tls-failed": {
    title: "The connection to Tencent is not safe",
    meaning:
      "The server could not prove that it is Tencent's, or no encrypted connection could be agreed on. This bot sent nothing.",
    audience: "operator",
    next: "The people who run this bot should check its clock, its certificates, and whether something on the network stands in between.",
  },
  "http-status": {
    title: "Tencent's front door failed",
    meaning:
      "Something in front of Tencent's service answered with an error page instead of an answer. Nothing is known about the room itself.",
    audience: "tencent",
    next: "Ask again in a minute. If it stays like this, tell the people who run this bot.",
  },
  unreadable: {
    title: "Tencent's answer could not be read",
    meaning:
      "An answer came, but not in the form that Tencent documents. Nothing is known about the room itself.",
    audience: "operator",
    next: "Ask again in a minute. If it stays like this, the people who run this bot should check that nothing on the network changes answers.",
  },
  "too-large": {
    title: "Tencent's answer was too long to be true",
    meaning:
      "The answer went on for longer than any answer about a room can be, so this bot stopped reading.",
    audience: "operator",
    next: "The people who run this bot should check the address it uses for Tencent and what stands on the way.",
  },
  "out-of-time": {
    title: "The time for this look-up is over",
    meaning:
      "The look-up did not get an answer within the time that this bot allows for a question. Other look-ups or a slow answer were in the way.",
    audience: "operator",
    next: "Ask again in a minute. If it happens often, the people who run this bot can look at how busy it is.",
  },
  "too-many-waiting": {
    title: "Too many people are asking right now",
    meaning:
      "Tencent allows only so many questions a second, and the line at this bot is as long as it may get.",
    audience: "asker",
    next: "Ask again when the line is shorter.",
  },
  "circuit-open": {
    title: "Tencent is not answering at the moment",
    meaning:
      "Several rooms were asked about in the last seconds, and no answer came for any. So that nobody waits in vain, this bot asks about one room at a time until Tencent answers again. Nothing is known about this room.",
    audience: "tencent",
    next: "Ask again in a few seconds. If it stays like this, tell the people who run this bot.",
  },
  stopping: {
    title: "This bot is restarting",
    meaning: "The look-up was cut short because this bot is being stopped or brought up to date.",
    audience: "asker",
    next: "Ask again in half a minute.",
  },
};

export function explainFault(fault: Fault): FaultExplanation {
  const explanation = explanations[fault.name];
  if (fault.name === "too-many-waiting" && fault.expectedWaitMs !== undefined) {
    return { ...explanation, next: `Ask again in about ${seconds(fault.expectedWaitMs)}.` };
  }
  if (fault.name === "circuit-open") return circuitOpen(explanation, fault);
  if (fault.name === "http-status" && fault.status !== undefined) {
    return !isPassingStatus(fault.status)
      ? wrongAddress(fault.status)
      : { ...explanation, title: `${explanation.title} (HTTP ${fault.status})` };
  }
  return explanation;
}

function seconds(ms: number): string {
  const count = Math.max(1, Math.ceil(ms / 1000));
  return `${count} ${count === 1 ? "second" : "seconds"}`;
}

/** Who acts is whoever can mend what the last try met. */
function circuitOpen(
  explanation: FaultExplanation,
  { cause, expectedWaitMs }: Fault,
): FaultExplanation {
  if (cause === undefined) return explanation;
  const { title, audience } = explainFault(cause);
  const again =
    expectedWaitMs === undefined
      ? "Tencent is being tried again right now. Ask again in a few seconds."
      : `Tencent is tried again in about ${seconds(expectedWaitMs)}. Ask again then.`;
  return {
    ...explanation,
    meaning: `${explanation.meaning} What the last try met: “${title}”.`,
    audience,
    next: `${again} If it stays like this, tell the people who run this bot.`,
  };
}

/** Tencent's service says 200 to everything: a redirect or a refusal comes from somebody else. */
function wrongAddress(status: number): FaultExplanation {
  return {
    title: `The address in use does not seem to be Tencent's (HTTP ${status})`,
    meaning:
      "Tencent's service never answers in this way, so something else has answered in its place. Nothing is known about the room itself.",
    audience: "operator",
    next: "The people who run this bot should check the region or address in its settings, and whether something on the network stands in between.",
  };
}
