import type { GroupSummary } from "../../worker/results";
import type { App } from "../app";
import { draftById, type ImportDraft, importsStore } from "./imports-store";
import { selectDraft, storeDraft } from "./store-draft";
import { storingObstacle } from "./storing-obstacle";

/** The files on their way in that can be stored as they are. */
export function readyDrafts(
  drafts: readonly ImportDraft[],
  groups: readonly GroupSummary[],
): readonly ImportDraft[] {
  return drafts.filter((draft) => isReady(draft, groups));
}

/** Whether a file can be stored as it is. */
export function isReady({ step, content, group }: ImportDraft, groups: readonly GroupSummary[]): boolean {
  return step.kind === "open" && content !== null && storingObstacle(content, group, groups) === null;
}

/**
 * Stores every file that is ready, one after another: what one stores, the next may be added to. Then shows the first that
 * still waits for a person; else what became of the last.
 */
export async function storeReady(app: App): Promise<void> {
  const groups = () => app.state.getState().overview?.groups ?? [];
  const drafts = () => app.part(importsStore).getState().drafts;
  const ids = readyDrafts(drafts(), groups()).map(({ id }) => id);
  for (const id of ids) {
    const draft = draftById(app, id);
    if (draft === undefined || !isReady(draft, groups())) continue;
    selectDraft(app, id);
    await storeDraft(app, id);
  }
  app.part(importsStore).setState({ storedTogether: ids });
  const next = drafts().find(({ step }) => step.kind !== "stored")?.id ?? ids.at(-1);
  if (next !== undefined && draftById(app, next) !== undefined) selectDraft(app, next);
}
