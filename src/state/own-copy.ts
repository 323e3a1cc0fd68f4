import type { App, AppState } from "./app";

/** Whether edits make a copy of one's own: of what is not the reader's, the original can be shown, and returned to. */
export function isCopied({ document }: Pick<AppState, "document">): boolean {
  return document.dataset.kind !== "own";
}

/**
 * Whether the original is looked at in the place of one's own copy. The edits stay; any change of them leads back to the
 * copy, and so does any stage that does not say which of the two it shows.
 */
export function isOriginalShown({
  document,
  originalShownOf,
  route,
}: Pick<AppState, "document" | "originalShownOf" | "route">): boolean {
  const says = route.stage === "train" || route.stage === "view";
  return says && originalShownOf === document.edits && document.edits.length > 0;
}

/** Looks at the original, or at the copy again. Nothing is lost by either. */
export function showOriginal(app: App, isShown: boolean): void {
  const { document } = app.state.getState();
  app.state.setState({ originalShownOf: isShown ? document.edits : null, draftEdit: null });
}
