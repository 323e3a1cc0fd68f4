import { type ReactNode, useEffect, useRef } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { isOriginalShown } from "../../../state/own-copy";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { useKeptFocus } from "../../../ui/keys/use-kept-focus";
import { LabOwnCopy } from "../../own-copy/lab-own-copy";
import styles from "./edit-bar.module.css";
import { EditForm } from "./edit-form";
import { editForm, openEditForm } from "./edit-subjects";
import { HistoryButtons, useEditCount } from "./history-buttons";

/** What was changed on top of the stored data, and the ways back, on, and into the store. */
export function EditBar({
  slice,
  coordinate,
  isLocked,
  ways,
  children,
}: {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  /** Nothing can be changed here: only `children` are shown. */
  readonly isLocked: boolean;
  /** What else is done with this step. */
  readonly ways?: ReactNode;
  /** The status of the hovered mark, in place of the hint on what can be dragged. */
  readonly children?: ReactNode;
}) {
  const app = useAppHandle();
  const countWords = useEditCount();
  const hasEdits = useApp((state) => state.document.edits.length > 0);
  const isOriginal = useApp(isOriginalShown);
  const subject = usePart(editForm, (form) => form.subject);
  const bar = useRef<HTMLDivElement>(null);
  useKeptFocus(bar, bar);
  // A form that is left open by going elsewhere must not greet the reader on the way back.
  useEffect(() => () => openEditForm(app, null), [app]);
  if (isLocked)
    return (
      <div className={styles.bar}>
        <p className={styles.words} role="status">
          {children}
        </p>
        <div className={styles.buttons}>{ways}</div>
      </div>
    );
  return (
    <div ref={bar} className={styles.bar}>
      <div className={styles.copy}>
        <LabOwnCopy />
      </div>
      <p className={styles.words} role="status">
        {countWords !== "" && <span className={styles.count}>{countWords}</span>}
        <span className={styles.rest}>
          {children ||
            (!hasEdits && "Drag a row, the line or an edge. Press twice on empty ground to add a row.")}
        </span>
      </p>
      <div className={styles.buttons}>
        {ways}
        {!isOriginal && (
          <>
            <Button variant="link" onClick={() => openEditForm(app, { kind: "moment" })}>
              Change by hand
            </Button>
            <HistoryButtons />
          </>
        )}
      </div>
      <Dialog
        open={subject !== null}
        onClose={() => openEditForm(app, null)}
        title="Change by hand"
        width="wide"
      >
        {subject !== null && (
          <EditForm
            slice={slice}
            coordinate={coordinate}
            initial={subject}
            onDone={() => openEditForm(app, null)}
          />
        )}
      </Dialog>
    </div>
  );
}
