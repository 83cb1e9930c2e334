import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { channelChoices, expectation, stormExpectation } from "./channel-choices.ts";
import { RoomField } from "./room-field.tsx";

const stormSize = 10;

export function AlertForm({ roomList }: { readonly roomList: string }): JSX.Element {
  const { state, scene, send } = usePlayground();
  const channels = channelChoices(state.channel.values(), scene.alertChannels);
  const [chosenSource, setSource] = useState<string>();
  const [chosenChannel, setChannel] = useState<string>();
  const [typedRoom, setRoom] = useState<string>();
  const [sent, setSent] = useState(0);
  const source = chosenSource ?? scene.alertSources[0]?.id ?? "";
  const channel = chosenChannel ?? channels[0]?.id ?? "";
  const stormWords = stormExpectation(channel, scene.alertChannels);
  const room = typedRoom ?? state.room.values().next().value?.id ?? "";

  async function storm(): Promise<void> {
    for (let count = 1; count <= stormSize; count += 1) {
      setSent(count);
      // One after another, as a monitor sends them; the first that fails ends it.
      // oxlint-disable-next-line no-await-in-loop
      const result = await send({ kind: "alert", source, room, channel });
      if (!result.ok) break;
    }
    setSent(0);
  }

  return (
    <form
      class="box"
      aria-label="Send an alert"
      onSubmit={(event) => {
        event.preventDefault();
        const isStorm = event.submitter?.getAttribute("value") === "storm";
        void (isStorm ? storm() : send({ kind: "alert", source, room, channel }));
      }}
    >
      <h3>Alert</h3>
      <div class="stack">
        <label class="labelled">
          From
          <select class="field" value={source} onChange={(e) => setSource(e.currentTarget.value)}>
            {scene.alertSources.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <RoomField roomList={roomList} value={room} onInput={setRoom} />
        <label class="labelled">
          Channel
          <select class="field" value={channel} onChange={(e) => setChannel(e.currentTarget.value)}>
            {channels.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <p class="soft">{expectation(channel, scene.alertChannels)}</p>
        <button type="submit" class="button primary">
          Send the alert
        </button>
        <button type="submit" class="button" value="storm" disabled={sent > 0}>
          {sent > 0 ? `Sending ${sent} of ${stormSize}…` : "Storm: 10 alerts about one room"}
        </button>
        {stormWords !== undefined && <p class="soft">{stormWords}</p>}
      </div>
    </form>
  );
}
