import { deliver, type Posting } from "./deliver.ts";
import type { Reply } from "./reply.ts";
import type { StepOutputs } from "./step-outputs.ts";
import { judgeWebApiError, webApiErrorCode } from "./web-api-error.ts";

export interface StepReplyOptions {
  readonly complete: (arguments_: { outputs: StepOutputs }) => Promise<unknown>;
  readonly fail: (arguments_: { error: string }) => Promise<unknown>;
  /** Why the step fails where Slack takes no outputs of it. */
  readonly fault: string;
  /** What the look-up came to; undefined where there was none, and the card says why. */
  readonly outputs: () => StepOutputs | undefined;
  /** Aborts when this process stops. */
  readonly signal: AbortSignal;
}

/** Ends a step of a workflow: with what was found, or with the reason why nothing was asked. */
export function createStepReply(options: StepReplyOptions): Reply {
  const { complete, fail, fault, outputs, signal } = options;
  let posts = 0;

  /** Outputs that Slack refuses, as it does those that the installed manifest does not declare. */
  async function failInstead(): Promise<void> {
    posts += 1;
    try {
      await fail({ error: fault });
    } catch {
      // The log line says that the outputs were refused, which is what has to be mended.
    }
  }

  return {
    get posts() {
      return posts;
    },
    send: (card, _placement, mostTries) =>
      deliver(
        card,
        async ({ text }): Promise<Posting> => {
          posts += 1;
          const found = outputs();
          try {
            await (found === undefined ? fail({ error: text }) : complete({ outputs: found }));
            return { kind: "taken" };
          } catch (error) {
            // An earlier try arrived, and its answer was lost.
            if (webApiErrorCode(error) === "execution_not_in_running_state") {
              return { kind: "taken" };
            }
            const judged = judgeWebApiError(error);
            const isRefused = judged.kind === "final" && webApiErrorCode(error) !== undefined;
            // A step without an end would hold its workflow up.
            if (found !== undefined && isRefused) await failInstead();
            return judged;
          }
        },
        () => true,
        signal,
        mostTries,
      ),
  };
}
