import { createMessageActions } from "../simulator/slack/message-actions.ts";
import { people, places } from "../simulator/slack/seed.ts";
import type { Workspace } from "../simulator/slack/workspace.ts";

/** What was said before anybody came in: the occasion to ask. The bot was not there to hear it. */
export async function sayOpeningWords(workspace: Workspace): Promise<void> {
  const actions = createMessageActions({ workspace, announce: async () => [] });
  await actions.say({
    channel: places.support,
    user: people.colleague,
    text: "A customer writes: “I can't enter room live-8821, it just spins.” Can somebody look?",
  });
  await actions.say({
    channel: places.support,
    user: people.colleague,
    text: "Another one says the chat is dead in muted-room. You can try /room live-8821 here, or pick “Look up room” on this message.",
  });
  await actions.say({
    channel: places.liveAlerts,
    user: people.colleague,
    text: "Alerts arrive here. Greenroom puts the room's status into each alert's thread. Send one from the control side.",
  });
}
