import type { App } from "@slack/bolt";
import { cardInModal } from "../cards/look-up-modal.ts";
import { deliver, type Posting } from "./deliver.ts";
import type { Reply } from "./reply.ts";
import { judgeWebApiError } from "./web-api-error.ts";

export interface ModalReplyOptions {
  readonly client: Pick<App["client"], "views">;
  readonly viewId: string;
  /** Aborts when this process stops. */
  readonly signal: AbortSignal;
}

/** Answers in the modal that the asker has open. */
export function createModalReply({ client, viewId, signal }: ModalReplyOptions): Reply {
  let posts = 0;
  return {
    get posts() {
      return posts;
    },
    send: (card, _placement, mostTries) =>
      deliver(
        card,
        async (current): Promise<Posting> => {
          posts += 1;
          try {
            await client.views.update({ view_id: viewId, view: cardInModal(current) });
            return { kind: "taken" };
          } catch (error) {
            return judgeWebApiError(error);
          }
        },
        () => true,
        signal,
        mostTries,
      ),
  };
}
