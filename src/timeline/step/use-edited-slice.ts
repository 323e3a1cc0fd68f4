import { useState } from "react";
import type { EntitySlice } from "../../microfs/entity-slice";
import { applyEdit, type OnEdit } from "./timeline-edit";

/** A slice that a hand changes on the page alone: nothing of it is stored. */
export interface EditedSlice {
  /** As the edits, and what a hand holds, leave it. */
  readonly slice: EntitySlice;
  /** The same without what a hand still holds. */
  readonly settled: EntitySlice;
  readonly onEdit: OnEdit;
  readonly onEditCancel: () => void;
  /** Back to how it was given. */
  readonly reset: () => void;
}

/** Keeps the edits of one timeline, on top of a slice as it was given first. */
export function useEditedSlice(given: EntitySlice): EditedSlice {
  const [settled, setSettled] = useState(given);
  const [slice, setSlice] = useState(given);
  return {
    slice,
    settled,
    onEdit: (edit, isFinal) => {
      const edited = applyEdit(settled, edit);
      setSlice(edited);
      if (isFinal) setSettled(edited);
    },
    onEditCancel: () => setSlice(settled),
    reset: () => {
      setSettled(given);
      setSlice(given);
    },
  };
}
