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
  /** `undefined` while the original is shown: that is nobody's to change. */
  readonly onEdit: OnEdit | undefined;
  readonly onEditCancel: () => void;
  /** What was changed, as far as it is shown. */
  readonly edits: readonly Edit[];
  /** How many changes there are: of several of the same thing, the last alone. */
  readonly changes: number;
  /** Whether it is shown as it was given, the changes kept beside it. */
  readonly isOriginalShown: boolean;
  readonly showOriginal: (isShown: boolean) => void;
  /** Back to how it was given. */
  readonly reset: () => void;
}

const NO_EDITS: readonly Edit[] = [];

/** Keeps the edits of one timeline, on top of a slice as it was given. */
export function useEditedSlice(given: EntitySlice): EditedSlice {
  const [edits, setEdits] = useState(NO_EDITS);
  const [isOriginalShown, showOriginal] = useState(false);
  const [draftEdit, setDraftEdit] = useState<Edit | null>(null);
  const settled = useMemo(
    () => (isOriginalShown ? given : editSlice(given, edits)),
    [given, edits, isOriginalShown],
  );
  const slice = useMemo(
    () => (draftEdit === null ? settled : editSlice(settled, [draftEdit])),
    [settled, draftEdit],
  );
  return {
    slice,
    settled,
    onEdit: isOriginalShown
      ? undefined
      : (edit, isFinal) => {
          setDraftEdit(isFinal ? null : edit);
          if (isFinal) setEdits((before) => [...before.filter((one) => !replaces(edit, one)), edit]);
        },
    onEditCancel: () => setDraftEdit(null),
    edits: isOriginalShown ? NO_EDITS : edits,
    changes: edits.length,
    isOriginalShown,
    showOriginal,
    reset: () => {
      showOriginal(false);
      setEdits(NO_EDITS);
      setDraftEdit(null);
    },
  };
}
