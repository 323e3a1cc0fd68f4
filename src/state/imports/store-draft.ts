import { proxy } from "comlink";
import type { JobProgress } from "../../worker/results";
import type { App } from "../app";
import { askToPersist, offlineChanged, storeOf } from "../connection";
import { isSameDataset } from "../document";
import { toError } from "../query";
import { goTo } from "../route/go-to";
import { readDraft } from "./add-files";
import { followPlan, stopChecking, stopFollowing } from "./follow-plan";
import { definitionOf, importTarget } from "./import-target";
import { changeDraft, type DraftStep, draftById, type ImportDraft, importsStore } from "./imports-store";

/** Stores a draft's rows. Cancelled or failed, it leaves the store as it was and the draft as it is. */
export async function storeDraft(app: App, id: string): Promise<void> {
  const draft = draftById(app, id);
  if (draft?.content == null || draft.step.kind !== "open") return;
  stopChecking(app, id);
  const controller = new AbortController();
  app.part(storings).set(id, controller);
  setStep(app, id, { kind: "storing", progress: null, isCancelled: false });
  const { dataset } = app.state.getState().document;
  const { plan, acceptedLosses } = draft.content;
  const target = importTarget(plan, draft.group.name, app.state.getState().overview?.groups ?? []);
  const group = target.kind === "add" ? target.group.definition : definitionOf(plan, draft.group);
  try {
    const onProgress = proxy((progress: JobProgress) =>
      changeDraft(app, id, (now) =>
        now.step.kind === "storing" ? { ...now, step: { ...now.step, progress } } : now,
      ),
    );
    const report = await storeOf(app).importCsv(
      draft.file,
      plan,
      group,
      acceptedLosses,
      onProgress,
      controller.signal,
    );
    await offlineChanged(app);
    // What was stored into the data that was left says nothing of the data that is looked at now.
    if (isSameDataset(app.state.getState().document.dataset, dataset))
      setStep(app, id, { kind: "stored", report });
    else app.part(importsStore).setState(({ drafts }) => ({ drafts: drafts.filter((one) => one.id !== id) }));
    void askToPersist(app, true);
  } catch (thrown) {
    const error = toError(thrown);
    setStep(app, id, { kind: "open", failure: error.name === "AbortError" ? null : error });
    followPlan(app, id);
  } finally {
    app.part(storings).delete(id);
  }
}

/** What stops each storing that is under way. */
function storings(_app: App): Map<string, AbortController> {
  return new Map();
}

/** Asks a storing to stop. If all of the file was read already it may come too late; the report then says what was stored. */
export function cancelStoring(app: App, id: string): void {
  changeDraft(app, id, (draft) =>
    draft.step.kind === "storing" ? { ...draft, step: { ...draft.step, isCancelled: true } } : draft,
  );
  app.part(storings).get(id)?.abort();
}

/** Shows a draft. */
export function selectDraft(app: App, id: string): void {
  app.part(importsStore).setState({ selectedId: id });
  goTo(app, { stage: "data", group: null });
}

/** Takes a draft off the list; it can be brought back until another one is. */
export function putAway(app: App, id: string): void {
  stopFollowing(app, id);
  const draft = draftById(app, id);
  if (draft === undefined) return;
  app.part(importsStore).setState(({ drafts }) => ({
    drafts: drafts.filter((other) => other.id !== id),
    selectedId: nextAfter(drafts, id),
    putAway: draft,
  }));
}

/** Brings the draft back that was put away last. */
export function bringBack(app: App): void {
  const { putAway: draft } = app.part(importsStore).getState();
  if (draft === null) return;
  app
    .part(importsStore)
    .setState(({ drafts }) => ({ drafts: [...drafts, draft], selectedId: draft.id, putAway: null }));
  goTo(app, { stage: "data", group: null });
  // What was read of it while it was away came to nobody.
  if (draft.step.kind === "reading") void readDraft(app, draft.id);
  else followPlan(app, draft.id);
}

/** The next file that waits to be looked at. */
export function nextAfter(drafts: readonly ImportDraft[], id: string): string | null {
  const at = drafts.findIndex((draft) => draft.id === id);
  const others = [...drafts.slice(at + 1), ...drafts.slice(0, Math.max(0, at))];
  return others.find(({ step }) => step.kind !== "stored")?.id ?? null;
}

function setStep(app: App, id: string, step: DraftStep): void {
  changeDraft(app, id, (draft) => ({ ...draft, step }));
}
