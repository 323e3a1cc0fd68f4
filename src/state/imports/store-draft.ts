import { importCsv } from "../../worker/store-handle";
import { goTo } from "../address/navigate";
import { toError } from "../answer";
import { useAppStore } from "../app-store";
import { askToPersist, offlineChanged, store } from "../store-connection";
import { followPlan, stopChecking } from "./follow-plan";
import { definitionOf, importTarget } from "./import-target";
import { changeDraft, type DraftStep, draftById, type ImportDraft, useImports } from "./imports-store";

/** Stores a draft's rows. Cancelled or failed, it leaves the store as it was and the draft as it is. */
export async function storeDraft(id: string): Promise<void> {
  const draft = draftById(id);
  if (draft?.content == null || draft.step.kind !== "open") return;
  stopChecking(id);
  setStep(id, { kind: "storing", progress: null, isCancelled: false });
  const { plan } = draft.content;
  const target = importTarget(plan, draft.group.name, useAppStore.getState().overview?.groups ?? []);
  const group = target.kind === "add" ? target.group.definition : definitionOf(plan, draft.group);
  try {
    const report = await importCsv(store(), storeJob(id), { file: draft.file, plan, group }, (progress) =>
      changeDraft(id, (now) =>
        now.step.kind === "storing" ? { ...now, step: { ...now.step, progress } } : now,
      ),
    );
    await offlineChanged();
    setStep(id, { kind: "stored", report });
    void askToPersist(true);
  } catch (thrown) {
    const error = toError(thrown);
    setStep(id, { kind: "open", failure: error.name === "AbortError" ? null : error });
    followPlan(id);
  }
}

/** Asks a storing to stop. If all of the file was read already it may come too late; the report then says what was stored. */
export function cancelStoring(id: string): void {
  changeDraft(id, (draft) =>
    draft.step.kind === "storing" ? { ...draft, step: { ...draft.step, isCancelled: true } } : draft,
  );
  void store().cancel(storeJob(id));
}

/** Shows a draft. */
export function selectDraft(id: string): void {
  useImports.setState({ selectedId: id });
  goTo({ stage: "data", group: null });
}

/** Takes a draft off the list; it can be brought back until another one is. */
export function putAway(id: string): void {
  stopChecking(id);
  const draft = draftById(id);
  if (draft === undefined) return;
  useImports.setState(({ drafts }) => ({
    drafts: drafts.filter((other) => other.id !== id),
    selectedId: nextAfter(drafts, id),
    putAway: draft,
  }));
}

/** Brings the draft back that was put away last. */
export function bringBack(): void {
  const { putAway: draft } = useImports.getState();
  if (draft === null) return;
  useImports.setState(({ drafts }) => ({ drafts: [...drafts, draft], selectedId: draft.id, putAway: null }));
  goTo({ stage: "data", group: null });
  followPlan(draft.id);
}

/** The next file that waits to be looked at. */
export function nextAfter(drafts: readonly ImportDraft[], id: string): string | null {
  const at = drafts.findIndex((draft) => draft.id === id);
  const others = [...drafts.slice(at + 1), ...drafts.slice(0, Math.max(0, at))];
  return others.find(({ step }) => step.kind !== "stored")?.id ?? null;
}

function setStep(id: string, step: DraftStep): void {
  changeDraft(id, (draft) => ({ ...draft, step }));
}

function storeJob(id: string): string {
  return `store ${id}`;
}
