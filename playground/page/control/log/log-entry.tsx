import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { readLine } from "./read-line.ts";

interface Props {
  readonly line: string;
}

export function LogEntry({ line }: Props): JSX.Element {
  const read = useMemo(() => readLine(line), [line]);
  if (read.kind === "raw") return <li class="entry raw">{read.text}</li>;
  const { time, level, message, fields } = read;
  return (
    <li class={`entry is-${level}`}>
      <span class="time">{time}</span> <b class="level">{level}</b>{" "}
      <span class="message">{message}</span>
      {fields.length > 0 && (
        <span class="fields">
          {fields.map(({ name, value }) => (
            <span key={name}>
              <i>{name}</i> {value}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
