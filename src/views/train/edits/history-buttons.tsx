import { useState } from "react";
import { canUndo } from "../../../state/document";
import { redoEdit, resetEdits, storeEdits, undoEdit } from "../../../state/editing";
import { isCopied } from "../../../state/own-copy";
import { useApp, useAppHandle } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { columnEditWords } from "./edit-words";

export interface HistoryButtonsProps {
  /** Tried first by the key that undoes: takes back what is newer than the last edit, or gives false. */
  readonly takeBack?: () => boolean;
  /** Whether edits can be taken back and made again, and no more: where there is little room. */
  readonly isShort?: boolean;
}

/** The ways along the edits: back, on, to one's own data as loaded, and into the store. By button and by key. */
export function HistoryButtons({ takeBack, isShort = false }: HistoryButtonsProps) {
  const app = useAppHandle();
  const count = useApp((state) => state.document.edits.length);
  const isUndoable = useApp((state) => canUndo(state.document));
  const isRedoable = useApp((state) => state.document.undone.length > 0);
  const isStoring = useApp((state) => state.document.storing !== null);
  const isCopy = useApp(isCopied);
  const [isConfirming, setConfirming] = useState(false);
  useUndoKeys(takeBack);
  return (
    <>
      {(isUndoable || isRedoable) && (
        <>
          <Button variant="link" disabled={!isUndoable} onClick={() => undoEdit(app)}>
            Undo
          </Button>
          <Button variant="link" disabled={!isRedoable} onClick={() => redoEdit(app)}>
            Redo
          </Button>
        </>
      )}
      {count > 0 && !isShort && (
        <>
          {!isCopy && (
            <Button variant="link" onClick={() => resetEdits(app)}>
              Reset to the data as loaded
            </Button>
          )}
          <Button variant="link" disabled={isStoring} onClick={() => setConfirming(true)}>
            {/* Beside what is said of a copy there is little room. */}
            Store <span className={isCopy ? "visually-hidden" : undefined}>the edits </span>…
          </Button>
        </>
      )}
      <Dialog
        open={isConfirming}
        onClose={() => setConfirming(false)}
        title="Store the edits?"
        actions={
          <Button
            variant="primary"
            onClick={() => {
              setConfirming(false);
              void storeEdits(app);
            }}
          >
            Store {count} {count === 1 ? "edit" : "edits"}
          </Button>
        }
      >
        The stored groups and rules become what you see now. A real feature store would not do this: history
        is what was known then. Their online rows are removed; materialize again.
      </Dialog>
    </>
  );
}

/** So many phrases can be read at a glance: of more, the last are said. */
const MOST_PHRASES = 2;

/** How many edits there are on one's own data, and what those of whole columns have done, in words; "" for none. */
export function useEditCount(): string {
  const edits = useApp((state) => state.document.edits);
  const groups = useApp((state) => state.overview?.groups);
  const isCopy = useApp(isCopied);
  if (edits.length === 0) return "";
  const definitions = (groups ?? []).map(({ definition }) => definition);
  const phrases = columnEditWords(edits, definitions).slice(-MOST_PHRASES);
  // How many make up a copy of one's own is said with the ways back from it.
  const count = isCopy
    ? ""
    : `${edits.length} ${edits.length === 1 ? "edit" : "edits"}, on top of the data as loaded. `;
  return phrases.length === 0 ? count : `${count}${phrases.join(". ")}. `;
}

/** Undo and redo by key, where no text field has the focus and nothing is being dragged. */
function useUndoKeys(takeBack: HistoryButtonsProps["takeBack"]) {
  const app = useAppHandle();
  useScopeKeys((event) => {
    const action = keyAction("edits", event);
    const isDragging = app.state.getState().draftEdit !== null;
    if (action === null || isDragging) return;
    event.preventDefault();
    if (action === "redo") redoEdit(app);
    else if (!takeBack?.()) undoEdit(app);
  });
}
