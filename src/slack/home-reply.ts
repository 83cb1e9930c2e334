import type { HomeView, KnownBlock } from "@slack/types";
import type { App } from "@slack/bolt";
import { deliver, type Posting } from "./deliver.ts";
import type { Reply } from "./reply.ts";
import { judgeWebApiError } from "./web-api-error.ts";

export interface HomeReplyOptions {
  readonly client: Pick<App["client"], "views">;
  readonly user: string;
  /** The Home tab with an answer at its top. */
  readonly viewWith: (answer: readonly KnownBlock[]) => HomeView;
  /** Aborts when this process stops. */
  readonly signal: AbortSignal;
}

/** Answers at the top of somebody's Home tab. */
export function createHomeReply({ client, user, viewWith, signal }: HomeReplyOptions): Reply {
  let posts = 0;
  return {
    get posts() {
      return posts;
    },
    send: (card, _placement, mostTries) =>
      deliver(
        card,
        async ({ blocks }): Promise<Posting> => {
          posts += 1;
          try {
            await client.views.publish({ user_id: user, view: viewWith(blocks) });
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
