import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import { canUndo } from "../../../state/document";
import { redoEdit, resetEdits, storeEdits, undoEdit } from "../../../state/editing";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { belongsToFocus } from "../../../ui/keys/belongs-to-focus";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { editForm, openEditForm } from "./asked-edit";
import styles from "./edit-bar.module.css";
import { EditForm } from "./edit-form";

/** What was changed on top of the stored data, and the ways back, on, and into the store. */
export function EditBar({
  slice,
  coordinate,
  isLocked,
  children,
}: {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  /** Nothing can be changed here: only what is to be said is shown. */
  readonly isLocked: boolean;
  /** What is to be said of the picture, in place of what can be done with it. */
  readonly children?: ReactNode;
}) {
  const app = useAppHandle();
  const count = useApp((state) => state.document.edits.length);
  const isUndoable = useApp((state) => canUndo(state.document));
  const isRedoable = useApp((state) => state.document.undone.length > 0);
  const asked = usePart(editForm, (form) => form.subject);
  const bar = useRef<HTMLDivElement>(null);
  useFocusInBar(bar);
  // A form that is left open by going elsewhere must not greet the reader on the way back.
  useEffect(() => () => openEditForm(app, null), [app]);
  const [isAsking, setAsking] = useState(false);
  useUndoKeys(!isLocked);
  if (isLocked)
    return (
      <div className={styles.bar}>
        <p className={styles.words} role="status">
          {children}
        </p>
      </div>
    );
  return (
    <div ref={bar} className={styles.bar}>
      <p className={styles.words} role="status">
        {count > 0 && `${count} ${count === 1 ? "edit" : "edits"}, on top of the data as loaded. `}
        {children ||
          (count === 0 && "Drag a row, the line or an edge. Press twice on empty ground to add a row.")}
      </p>
      <div className={styles.buttons}>
        <Button variant="link" onClick={() => openEditForm(app, { kind: "moment" })}>
          Change by hand
        </Button>
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
        {count > 0 && (
          <>
            <Button variant="link" onClick={() => resetEdits(app)}>
              Reset to the data as loaded
            </Button>
            <Button variant="link" onClick={() => setAsking(true)}>
              Store the edits …
            </Button>
          </>
        )}
      </div>
      <Dialog
        open={asked !== null}
        onClose={() => openEditForm(app, null)}
        title="Change by hand"
        width="wide"
      >
        {asked !== null && (
          <EditForm
            slice={slice}
            coordinate={coordinate}
            asked={asked}
            onDone={() => openEditForm(app, null)}
          />
        )}
      </Dialog>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title="Store the edits?"
        actions={
          <Button
            variant="primary"
            onClick={() => {
              setAsking(false);
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
    </div>
  );
}

/** A button that is no longer needed goes away: the focus it had stays in the bar. */
function useFocusInBar(bar: RefObject<HTMLDivElement | null>): void {
  const isWithin = useRef(false);
  useLayoutEffect(() => {
    const element = bar.current;
    if (isWithin.current && document.activeElement === document.body)
      element?.querySelector("button")?.focus();
    isWithin.current = element?.contains(document.activeElement) ?? false;
  });
  useEffect(() => {
    const onFocus = () => {
      isWithin.current = bar.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [bar]);
}

/** Undo and redo by key, where no text field has the focus and nothing is being dragged. */
function useUndoKeys(isActive: boolean) {
  const app = useAppHandle();
  useScopeKeys((event) => {
    const action = keyAction("edits", event);
    const isDragging = app.state.getState().draftEdit !== null;
    if (action === null || isDragging || belongsToFocus(event.target, event.key)) return;
    event.preventDefault();
    if (action === "undo") undoEdit(app);
    else redoEdit(app);
  }, isActive);
}
