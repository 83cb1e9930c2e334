import type { JSX } from "preact";
import type { StepRow } from "../../../protocol/rows.ts";
import { durationWords, soFarWords } from "./duration.ts";
import { FlowArrow } from "./flow-arrow.tsx";
import { barOf, limitOf, type Scale } from "./scale.ts";
import { labelParts, noteOf } from "./step-words.ts";
import "./step.css";
import { sharedWords } from "./summary.ts";

interface Props {
  readonly step: StepRow;
  readonly scale: Scale;
  readonly elapsedMs: number;
}

/** An arrow there, a bar for the time until the answer, and an arrow back with what was answered. */
export function Step({ step, scale, elapsedMs }: Props): JSX.Element {
  const { from, to, startMs, endMs, outcome } = step;
  const { words, term } = labelParts(step.label);
  const note = noteOf(step);
  const { left, width } = barOf(step, scale, elapsedMs);
  const isWaiting = outcome === "waiting";
  const took = isWaiting
    ? soFarWords(elapsedMs - startMs)
    : durationWords((endMs ?? startMs) - startMs);
  const shared = sharedWords(step);
  return (
    <div class={`step to-${to} is-${outcome}`}>
      <FlowArrow from={from} to={to} kind="request" />
      <span class="label">{words}</span>
      <span class="took">{took}</span>
      <span class="track">
        <Marks scale={scale} limit={limitOf(step, scale)} />
        <span class="bar" style={{ left: `${left}%`, width: `${width}%` }} />
      </span>
      {!isWaiting && (
        <FlowArrow from={to} to={from} kind={outcome === "ok" ? "answer" : "broken"} />
      )}
      <span class="note">
        {outcome === "failed" && <b class="failed">✕ failed</b>}
        {isWaiting && <b class="waiting">◔ waiting</b>}
        {note !== "" && <span>{note}</span>}
        {shared !== undefined && <b class="shared">{shared}</b>}
        {term !== undefined && <code>{term}</code>}
      </span>
    </div>
  );
}

interface MarksProps {
  readonly scale: Scale;
  readonly limit: number | undefined;
}

/** In each row anew, so that no line runs through the words between them. */
function Marks({ scale, limit }: MarksProps): JSX.Element {
  return (
    <>
      {scale.ticks.map(({ at }) => (
        <span key={at} class="mark" style={{ left: `${at}%` }} />
      ))}
      {limit !== undefined && <span class="mark limit" style={{ left: `${limit}%` }} />}
    </>
  );
}
