import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Act, ActResult } from "../../protocol/acts.ts";
import type { SceneRow } from "../../protocol/rows.ts";
import type { State } from "./state.ts";

/** What every part of the page works with. */
export interface Playground {
  readonly state: State;
  readonly scene: SceneRow;
  /** Acts as the viewer. An error is shown to them in any case; the result is for whoever needs more. */
  readonly send: (act: Act) => Promise<ActResult>;
}

export const PlaygroundContext = createContext<Playground | undefined>(undefined);

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === undefined) throw new Error("this part stands outside the playground");
  return playground;
}
