import type { JSX } from "preact";
import { Dialog } from "../parts/dialog.tsx";

interface ConfirmDeleteProps {
  readonly onCancel: () => void;
  readonly onDelete: () => void;
}

export function ConfirmDelete({ onCancel, onDelete }: ConfirmDeleteProps): JSX.Element {
  return (
    <Dialog title="Delete message" onClose={onCancel}>
      <div class="slack-dialog-body">
        <p>Do you want to delete this message? It can't be brought back.</p>
      </div>
      <div class="slack-dialog-foot">
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" class="button danger" onClick={onDelete}>
          Delete
        </button>
      </div>
    </Dialog>
  );
}
