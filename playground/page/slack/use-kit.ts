import { useMemo } from "preact/hooks";
import type { BlockKit, Names } from "../block-kit/context.ts";
import { usePlayground } from "../lib/playground.ts";
import { isDirect } from "./pure/channel-words.ts";

/** What blocks need to know, wherever they stand. */
export function useKit(names: Names, now: number): BlockKit {
  const { scene, state } = usePlayground();
  const { user, channel } = state;
  return useMemo(
    () => ({
      names,
      viewer: scene.viewer,
      now,
      options: {
        users: [...user.keys()].map((id) => ({ id, name: names.user(id) ?? id })),
        channels: [...channel.values()]
          .filter((row) => !isDirect(row))
          .map(({ id, name }) => ({ id, name })),
      },
    }),
    [names, now, scene.viewer, user, channel],
  );
}
