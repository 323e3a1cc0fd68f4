import { useMemo } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { editSlice } from "../../../scenario/edits/edit-slice";
import { sessionStore } from "../../../state/present/session-store";
import { usePart } from "../../../state/use-app";

/** The slice of a step as the class has changed it, and as a drag that is under way in any of its windows leaves it. */
export function useStepSlice(given: EntitySlice, step: number): EntitySlice {
  const edits = usePart(sessionStore, (session) => session.edits[step]);
  const draft = usePart(sessionStore, (session) => session.draftEdit);
  const settled = useMemo(() => (edits === undefined ? given : editSlice(given, edits)), [given, edits]);
  return useMemo(() => (draft === null ? settled : editSlice(settled, [draft])), [settled, draft]);
}
