import type { Edit } from "../../scenario/edits/edit";
import type { App } from "../app";
import { sessionStore } from "./session-store";

/** What was undone, by the key of the step, the latest last. Of this window alone. */
function undoneEdits(_app: App): Map<string, Edit[]> {
  return new Map();
}

/**
 * Changes the picture of a step, for all windows of the class.
 *
 * @param step - Its key.
 * @param isFinal - Whether a drag is let go: until then it is a draft.
 */
export function makeStepEdit(app: App, step: string, edit: Edit, isFinal: boolean): void {
  if (isFinal) {
    app.part(undoneEdits).delete(step);
    setEdits(app, step, (edits) => [...edits, edit]);
  } else app.part(sessionStore).setState({ draftEdit: edit });
}

/** A drag was given up. */
export function cancelStepDraft(app: App): void {
  app.part(sessionStore).setState({ draftEdit: null });
}

/** Shows a step as it was prepared. */
export function resetStepEdits(app: App, step: string): void {
  app.part(undoneEdits).delete(step);
  setEdits(app, step, () => []);
}

/** Takes back the last change of a step, where there is one. */
export function undoStepEdit(app: App, step: string): void {
  setEdits(app, step, (edits) => {
    const undone = app.part(undoneEdits);
    const last = edits.at(-1);
    if (last !== undefined) undone.set(step, [...(undone.get(step) ?? []), last]);
    return edits.slice(0, -1);
  });
}

/** Makes the change again that was taken back last, where nothing else was changed since. */
export function redoStepEdit(app: App, step: string): void {
  const last = app.part(undoneEdits).get(step)?.pop();
  if (last !== undefined) setEdits(app, step, (edits) => [...edits, last]);
}

function setEdits(app: App, step: string, change: (edits: readonly Edit[]) => readonly Edit[]): void {
  app.part(sessionStore).setState(({ edits }) => {
    const { [step]: before = [], ...others } = edits;
    const after = change(before);
    return { draftEdit: null, edits: after.length === 0 ? others : { ...others, [step]: after } };
  });
}
