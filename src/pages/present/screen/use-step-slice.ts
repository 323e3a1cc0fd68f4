import { useMemo } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { editSlice } from "../../../scenario/edits/edit-slice";
import { sessionStore } from "../../../state/present/session-store";
import { usePart } from "../../../state/use-app";

/**
 * The slice of a step as the class has changed it, and as a drag that is under way in any of its windows leaves it.
 *
 * @param given - `null` where there is none.
 * @param step - Of the plan, from 0.
 */
export function useStepSlice(given: EntitySlice | null, step: number): EntitySlice | null {
  const edits = usePart(sessionStore, (session) => session.edits[step]);
  const draft = usePart(sessionStore, (session) => session.draftEdit);
  const settled = useMemo(
    () => (given === null || edits === undefined ? given : editSlice(given, edits)),
    [given, edits],
  );
  return useMemo(
    () => (settled === null || draft === null ? settled : editSlice(settled, [draft])),
    [settled, draft],
  );
}
