import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { UserRow } from "../../../protocol/rows.ts";
import { usePlayground } from "../../lib/playground.ts";
import { Avatar } from "../parts/avatar.tsx";

const kinds: Readonly<Record<UserRow["kind"], string>> = {
  member: "",
  guest: " (guest)",
  stranger: " (another company)",
  app: "",
  slackbot: "",
};

/** Whose eyes the page has. */
export function LookAs({ onLookAs }: { readonly onLookAs: (user: string) => void }): JSX.Element {
  const { scene, state } = usePlayground();
  const id = useId();
  const viewer = state.user.get(scene.viewer);
  return (
    <div class="slack-look-as">
      <Avatar name={viewer?.realName ?? scene.viewer} />
      <div class="slack-look-as-choice">
        <label for={id}>Look as</label>
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
  return user === undefined ? id : `${user.realName}${kinds[user.kind]}`;
}
