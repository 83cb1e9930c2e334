import { actRequest, type Act, type ActResult } from "../../protocol/acts.ts";
import { createControlActs, type ControlActParts } from "./control-acts.ts";
import { refusalWords } from "./refusals.ts";
import { createSlackActs, type SlackActParts } from "./slack-acts.ts";

/** Carries out what the page sent; what is wrong with it comes back as words. */
export type Perform = (request: unknown) => Promise<ActResult>;

export function createPerform(parts: SlackActParts & ControlActParts): Perform {
  const inSlack = createSlackActs(parts);
  const control = createControlActs(parts);

  function perform(as: string, act: Act): Promise<ActResult> {
    if (act.kind in inSlack) {
      // The kind says which of the acts it is; TypeScript does not follow it through the table.
      const run = inSlack[act.kind as keyof typeof inSlack] as (
        who: string,
        what: Act,
      ) => Promise<ActResult>;
      return run(as, act);
    }
    const run = control[act.kind as keyof typeof control] as (what: Act) => Promise<ActResult>;
    return run(act);
  }

  return async (request) => {
    const read = actRequest.safeParse(request);
    if (!read.success) return { ok: false, error: refusalWords(read.error) };
    try {
      return await perform(read.data.as, read.data.act);
    } catch (error) {
      return { ok: false, error: refusalWords(error) };
    }
  };
}
