import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { UserRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Avatar } from "../parts/avatar.tsx";
import { Icon } from "../parts/icon.tsx";

const kinds: Readonly<Record<UserRow["kind"], string | undefined>> = {
  member: undefined,
  guest: "guest",
  stranger: "another company",
  app: undefined,
  slackbot: undefined,
};

/** Whose eyes the page has. */
export function LookAs({ onLookAs }: { readonly onLookAs: (user: string) => void }): JSX.Element {
  const { scene, state } = usePlayground();
  const id = useId();
  const viewer = state.user.get(scene.viewer);
  const name = viewer?.realName ?? scene.viewer;
  const kind = viewer && kinds[viewer.kind];
  return (
    <div class="slack-look-as">
      <Avatar name={name} />
      <div class="slack-look-as-choice">
        <label for={id}>Look as</label>
        {/* A select would cut off what it says: it lies over this unseen. */}
        <div class="slack-look-as-shown" aria-hidden="true">
          <span class="slack-look-as-name">{name}</span> <Icon name="choose" />
          {kind !== undefined && <span class="slack-look-as-kind">{kind}</span>}
        </div>
        <select
          id={id}
          value={scene.viewer}
          onChange={({ currentTarget }) => onLookAs(currentTarget.value)}
        >
          {scene.people.map((person) => (
            <option key={person} value={person}>
              {nameOf(state.user.get(person), person)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function nameOf(user: UserRow | undefined, id: string): string {
  if (user === undefined) return id;
  const kind = kinds[user.kind];
  return kind === undefined ? user.realName : `${user.realName} (${kind})`;
}
