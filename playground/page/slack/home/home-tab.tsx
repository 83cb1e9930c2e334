import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Blocks } from "../../block-kit/blocks.tsx";
import type { BlockKit } from "../../block-kit/context.ts";
import type { JsonObject } from "../../../protocol/json.ts";
import { usePlayground } from "../../lib/playground.ts";
import { useSlackView } from "../parts/slack-view.ts";
import { useFocusBack } from "../parts/use-focus-back.ts";

const nothing: readonly JsonObject[] = [];

/** The Home tab as the app published it for the viewer. Slack tells the app of each opening. */
export function HomeTab(): JSX.Element {
  const { scene, state, send } = usePlayground();
  const { kit } = useSlackView();
  const open = useRef(send);
  useEffect(() => void open.current({ kind: "open-home" }), []);
  const published = state.home.get("home");
  const tab = useRef<HTMLDivElement>(null);
  const rememberPressed = useFocusBack(tab, published?.blocks ?? nothing);
  if (published === undefined) {
    return <p class="slack-home-empty">{scene.appName} has not published its Home tab yet.</p>;
  }
  const homeKit: BlockKit = {
    ...kit,
    onAction: ({ blockId, actionId }) => {
      rememberPressed();
      void send({ kind: "press-in-view", view: published.id, blockId, actionId });
    },
  };
  return (
    <div ref={tab} class="slack-home">
      <Blocks blocks={published.blocks} kit={homeKit} headingLevel={2} />
    </div>
  );
}
