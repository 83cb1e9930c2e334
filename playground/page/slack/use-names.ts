import { useMemo } from "preact/hooks";
import type { Names } from "../block-kit/context.ts";
import { usePlayground } from "../lib/playground.ts";

/** Whom and what an ID names. */
export function useNames(): Names {
  const { user, channel } = usePlayground().state;
  return useMemo(
    () => ({
      user: (id) => {
        const known = user.get(id);
        return known?.realName === "" ? known.name : known?.realName;
      },
      channel: (id) => channel.get(id)?.name,
      // The page is told of no user groups; a mention of one brings its own name.
      group: () => undefined,
    }),
    [user, channel],
  );
}
