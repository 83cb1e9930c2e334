import { useCallback, useEffect, useState } from "preact/hooks";
import type { ChannelRow } from "../../protocol/rows.ts";
import { home, placeIn, searchFor, type Place } from "./pure/place.ts";
import { sortedChannels } from "./pure/channel-words.ts";

/** The channel and thread that are shown. The address has them too, so that a reload keeps them. */
export function usePlace(
  channels: ReadonlyMap<string, ChannelRow>,
): readonly [Place, (place: Place) => void] {
  const [wanted, setWanted] = useState(() => placeIn(location.search));

  const go = useCallback((place: Place) => {
    setWanted(place);
    const address = location.pathname + searchFor(location.search, place) + location.hash;
    if (address !== location.pathname + location.search + location.hash) {
      history.pushState(null, "", address);
    }
  }, []);

  useEffect(() => {
    const onBack = (): void => setWanted(placeIn(location.search));
    addEventListener("popstate", onBack);
    return () => removeEventListener("popstate", onBack);
  }, []);

  // Somebody else may not be in the channel that was shown.
  const isThere = wanted?.channel === home || channels.has(wanted?.channel ?? "");
  return [isThere && wanted !== undefined ? wanted : firstPlace(channels), go];
}

function firstPlace(rows: ReadonlyMap<string, ChannelRow>): Place {
  const { channels } = sortedChannels(rows);
  const first = channels.find(({ name }) => name === "support") ?? channels[0];
  return { channel: first?.id ?? home };
}
