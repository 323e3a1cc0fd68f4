import { useEffect, useRef } from "react";
import { saveFile } from "../../../state/export";
import {
  forgetRemoved,
  forgetUnread,
  myPlansStore,
  type Removed,
  undoRemoving,
} from "../../../state/present/my-plans";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";

export interface MyPlansNoticesProps {
  /** What was taken out is there again: it takes the focus from the button that is gone. */
  readonly onRestored: (removed: Removed) => void;
}

/** What became of the plans that are kept here, where that must be known. */
export function MyPlansNotices({ onRestored }: MyPlansNoticesProps) {
  const app = useAppHandle();
  const { removed, unread, isKept } = usePart(myPlansStore, (state) => state);
  return (
    <>
      {!isKept && (
        <Notice kind="info">
          This browser keeps no plans, or no more of them. Save yours as a file before you leave.
        </Notice>
      )}
      {unread !== null && (
        <Notice
          kind="error"
          onDismiss={() => forgetUnread(app)}
          actions={
            <Button
              variant="link"
              onClick={() => saveFile(new Blob([unread], { type: "text/plain" }), "microfs-plans-unread.txt")}
            >
              Save it as a file
            </Button>
          }
        >
          Something that was kept here is no plan that this version of the app can read. It is put aside.
        </Notice>
      )}
      {removed !== null && <TakenOut removed={removed} onRestored={onRestored} />}
    </>
  );
}

/** What was taken out, and the way back to it, which takes the focus: what was pressed is gone too. */
function TakenOut({ removed, onRestored }: MyPlansNoticesProps & { readonly removed: Removed }) {
  const app = useAppHandle();
  const undo = useRef<HTMLDivElement>(null);
  // Each time something else is taken out.
  useEffect(() => {
    if (removed !== null) undo.current?.querySelector("button")?.focus();
  }, [removed]);
  return (
    <div ref={undo}>
      <Notice
        kind="info"
        onDismiss={() => forgetRemoved(app)}
        actions={
          <Button
            variant="link"
            onClick={() => {
              undoRemoving(app);
              onRestored(removed);
            }}
          >
            Undo
          </Button>
        }
      >
        {removed.kind === "plan"
          ? `“${removed.plan.title}” is deleted.`
          : `Step ${removed.at + 1} is taken out of the plan.`}
      </Notice>
    </div>
  );
}
