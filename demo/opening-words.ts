import { createMessageActions } from "../simulator/slack/message-actions.ts";
import { people, places } from "../simulator/slack/seed.ts";
import type { Workspace } from "../simulator/slack/workspace.ts";

/** What was said before anybody came in: the occasion to ask. The bot was not there to hear it. */
export async function sayOpeningWords(workspace: Workspace): Promise<void> {
  const actions = createMessageActions({
    workspace,
    takesMessages: true,
    announce: async () => [],
  });
  await actions.say({
    channel: places.support,
    user: people.colleague,
    text: "A customer writes: “I can't enter room live-8821, it just spins.” Can somebody look?",
  });
  await actions.say({
    channel: places.support,
    user: people.colleague,
    text: "Two more: nobody can write in room muted-room, and room gone-room does not open at all. Type /room and an ID below, or pick “Look up room” in this message's menu.",
  });
  await actions.say({
    channel: places.liveAlerts,
    user: people.colleague,
    text: "Alerts arrive here. Greenroom puts the room's status into each alert's thread. Send one from the control side.",
  });
}
