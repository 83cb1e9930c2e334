import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Blocks } from "../../block-kit/blocks.tsx";
import type { BlockKit } from "../../block-kit/context.ts";
import { usePlayground } from "../../lib/playground.ts";
import { useSlackView } from "../parts/slack-view.ts";

/** The Home tab as the app published it for the viewer. Slack tells the app of each opening. */
export function HomeTab(): JSX.Element {
  const { scene, state, send } = usePlayground();
  const { kit } = useSlackView();
  const open = useRef(send);
  useEffect(() => void open.current({ kind: "open-home" }), []);
  const published = state.home.get("home");
  if (published === undefined) {
    return <p class="slack-home-empty">{scene.appName} has not published its Home tab yet.</p>;
  }
  const homeKit: BlockKit = {
    ...kit,
    onAction: ({ blockId, actionId }) =>
      void send({ kind: "press-in-view", view: published.id, blockId, actionId }),
  };
  return (
    <div class="slack-home">
      <Blocks blocks={published.blocks} kit={homeKit} headingLevel={2} />
    </div>
  );
}
