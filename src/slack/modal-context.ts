import { z } from "zod";

/** Which thread a modal was opened for; it travels with the modal, so that nothing is kept. */
export interface ModalContext {
  readonly channel: string;
  readonly thread: string;
}

const schema = z.object({ channel: z.string().min(1), thread: z.string().min(1) });

export function writeModalContext(context: ModalContext): string {
  return JSON.stringify(context);
}

/** @returns undefined for a modal that was opened from anywhere */
export function readModalContext(metadata: string): ModalContext | undefined {
  if (metadata === "") return undefined;
  try {
    return schema.parse(JSON.parse(metadata));
  } catch {
    // Of another version of this bot: the card then stays in the modal.
    return undefined;
  }
}
