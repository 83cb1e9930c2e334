import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import type { Filled } from "../pure/modal-values.ts";
import { Modal } from "./modal.tsx";

/** The topmost modal. What was typed into those beneath it waits. */
export function Modals(): JSX.Element | null {
  const { state } = usePlayground();
  const filled = useRef(new Map<string, Filled>());
  const top = [...state.view.values()].toSorted((one, other) => one.depth - other.depth).at(-1);
  return top === undefined ? null : <Modal key={top.id} view={top} filled={filled.current} />;
}
