import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Act } from "../protocol/acts.ts";
import { ControlSide } from "./control/control-side.tsx";
import { PlaygroundContext, type Playground } from "./lib/playground.ts";
import { hear, send } from "./lib/server.ts";
import { applyChange, emptyState } from "./lib/state.ts";
import { SlackWindow } from "./slack/slack-window.tsx";

/** Slack's window on the left, the hand on both stand-ins on the right. */
export function App(): JSX.Element {
  const [viewer, setViewer] = useState(viewerInAddress);
  const [state, setState] = useState(emptyState);
  const [isConnected, setConnected] = useState(true);
  const [error, setError] = useState<string>();

  useEffect(() => {
    const stream = hear(
      viewer,
      (change, isWhole) =>
        setState((before) => applyChange(isWhole ? emptyState() : before, change)),
      (isOpen) => {
        setConnected(isOpen);
        // What failed while it was away can be tried again.
        if (isOpen) setError(undefined);
      },
    );
    return () => stream.close();
  }, [viewer]);

  const scene = state.scene.get("scene");
  const as = scene?.viewer;
  const act = useCallback(
    async (wanted: Act) => {
      const result = await send(as ?? "", wanted);
      setError(result.ok ? undefined : result.error);
      return result;
    },
    [as],
  );
  const playground = useMemo<Playground | undefined>(
    () => (scene === undefined ? undefined : { state, scene, send: act }),
    [state, scene, act],
  );

  function lookAs(user: string): void {
    const address = new URL(location.href);
    address.searchParams.set("as", user);
    history.replaceState(null, "", address);
    setViewer(user);
  }

  if (playground === undefined) return <p class="starting">Opening the playground…</p>;
  return (
    <PlaygroundContext.Provider value={playground}>
      <div class="page">
        <div class="playground">
          <SlackWindow onLookAs={lookAs} />
          <ControlSide />
        </div>
        {!isConnected && (
          <p class="banner" role="alert">
            <span>
              The playground has stopped. Start it again with <code>npm run demo</code>.
            </span>
          </p>
        )}
        {error !== undefined && (
          <p class="banner" role="alert">
            <span>{error}</span>
            <button type="button" class="button" onClick={() => setError(undefined)}>
              Close
            </button>
          </p>
        )}
      </div>
    </PlaygroundContext.Provider>
  );
}

function viewerInAddress(): string | undefined {
  return new URLSearchParams(location.search).get("as") ?? undefined;
}
