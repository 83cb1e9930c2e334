import type { StepRow } from "../../../protocol/rows.ts";
import { durationWords, tickWords } from "./duration.ts";

/** What the layout needs of a step. */
export type Span = Pick<StepRow, "from" | "startMs" | "endMs" | "outcome">;

export interface Scale {
  readonly endMs: number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  /** From the left, in percent. */
  readonly at: number;
  readonly words: string;
}

/** In percent of the scale. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

/** Slack gives up on an acknowledgement after this. */
const acknowledgeWithinMs = 3000;

/** Narrower bars could not be seen. */
const leastWidth = 1.5;
/** A character takes 7 px at most, and the scale has no fewer than 169. */
const characterWidth = 4.2;
/** Between the words of two marks. */
const gap = 3;

export function isWaiting(steps: readonly Span[]): boolean {
  return steps.some(({ outcome }) => outcome === "waiting");
}

/** The last moment that is known of. */
export function lastMoment(steps: readonly Span[]): number {
  return Math.max(0, ...steps.map(({ startMs, endMs = startMs }) => Math.max(startMs, endMs)));
}

/**
 * From the interaction's start to its end. While something is awaited the end moves on in leaps, so
 * that the bars grow and the rest stands still.
 */
export function scaleOf(steps: readonly Span[], elapsedMs: number): Scale {
  const last = lastMoment(steps);
  const endMs = isWaiting(steps) ? leapAfter(Math.max(elapsedMs, last)) : Math.max(last, 1);
  return { endMs, ticks: ticksOf(endMs) };
}

export function barOf(step: Span, scale: Scale, elapsedMs: number): Bar {
  const end = step.outcome === "waiting" ? elapsedMs : (step.endMs ?? step.startMs);
  const from = percent(step.startMs, scale);
  const width = Math.max(percent(end, scale) - from, leastWidth);
  return { left: Math.min(from, 100 - width), width };
}

function percent(ms: number, { endMs }: Pick<Scale, "endMs">): number {
  return (Math.min(Math.max(ms, 0), endMs) / endMs) * 100;
}

const leaps = [250, 500, 1000, 2000, 4000, 6000, 8000, 12_000, 16_000, 24_000, 32_000];

function leapAfter(ms: number): number {
  return leaps.find((leap) => leap > ms) ?? (Math.floor(ms / 20_000) + 1) * 20_000;
}

function ticksOf(endMs: number): Tick[] {
  const step = tickStep(endMs);
  const count = Math.floor(endMs / step);
  const end = { at: 100, words: durationWords(endMs) };
  const endBegins = 100 - widthOf(end);
  const inner = Array.from({ length: count + 1 }, (_, index) => index * step)
    .map((ms) => ({ at: percent(ms, { endMs }), words: tickWords(ms, endMs) }))
    // The words of the end stand before it, and those of a mark on both sides of it.
    .filter((tick) => tick.at === 0 || tick.at + widthOf(tick) / 2 + gap <= endBegins);
  return [...inner, end];
}

function widthOf({ words }: Tick): number {
  return words.length * characterWidth;
}

/** 1, 2 or 5 times a power of ten, for at most four marks. */
function tickStep(endMs: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(endMs / 4)));
  const factor = [1, 2, 5].find((times) => endMs / (times * power) <= 4) ?? 10;
  return factor * power;
}

/** Where Slack's time for an acknowledgement runs out, for a delivery, when that is on the scale. */
export function limitOf({ from, startMs }: Span, scale: Scale): number | undefined {
  const limitMs = startMs + acknowledgeWithinMs;
  return from === "slack" && limitMs < scale.endMs ? percent(limitMs, scale) : undefined;
}
