import { useMemo, useState } from "react";
import type { EntitySlice } from "../../microfs/core";
import { type Edit, replaces } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import type { OnEdit } from "./use-interaction";

/** A slice that is edited on the page alone: nothing of it is stored. */
export interface EditedSlice {
  /** As the edits, and a drag that is still under way, leave it. */
  readonly slice: EntitySlice;
  /** The same without that drag. */
  readonly settled: EntitySlice;
  /** Of several of the same thing the last alone. */
  readonly edits: readonly Edit[];
  readonly onEdit: OnEdit;
  readonly onEditCancel: () => void;
  /** Back to how it was given. */
  readonly reset: () => void;
}

const NO_EDITS: readonly Edit[] = [];

/** Keeps the edits of one timeline, on top of a slice as it was given. */
export function useEditedSlice(given: EntitySlice): EditedSlice {
  const [edits, setEdits] = useState(NO_EDITS);
  const [draftEdit, setDraftEdit] = useState<Edit | null>(null);
  const settled = useMemo(() => editSlice(given, edits), [given, edits]);
  const slice = useMemo(
    () => (draftEdit === null ? settled : editSlice(settled, [draftEdit])),
    [settled, draftEdit],
  );
  return {
    slice,
    settled,
    edits,
    onEdit: (edit, isFinal) => {
      setDraftEdit(isFinal ? null : edit);
      if (isFinal) setEdits((before) => [...before.filter((one) => !replaces(edit, one)), edit]);
    },
    onEditCancel: () => setDraftEdit(null),
    reset: () => {
      setEdits(NO_EDITS);
      setDraftEdit(null);
    },
  };
}
