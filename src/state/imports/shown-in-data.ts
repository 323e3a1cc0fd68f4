import type { GroupSummary } from "../../worker/answers";
import type { AppState } from "../app-store";
import type { ImportDraft, ImportsState } from "./imports-store";

/** What the Data stage shows. */
export type ShownInData =
  | { kind: "invitation" }
  | { kind: "draft"; draft: ImportDraft }
  | { kind: "group"; group: GroupSummary }
  /** The address names a group that is not there. */
  | { kind: "no_such_group"; name: string };

/** The group of the address; else the chosen draft; else the first draft, the first group, or the invitation. */
export function shownInData(
  { place, overview }: Pick<AppState, "place" | "overview">,
  { drafts, selectedId }: Pick<ImportsState, "drafts" | "selectedId">,
): ShownInData {
  const groups = overview?.groups ?? [];
  if (place.group !== null) {
    const group = groups.find(({ definition }) => definition.name === place.group);
    return group === undefined ? { kind: "no_such_group", name: place.group } : { kind: "group", group };
  }
  const draft =
    drafts.find(({ id }) => id === selectedId) ?? drafts.find(({ step }) => step.kind !== "stored");
  if (draft !== undefined) return { kind: "draft", draft };
  const [first] = groups;
  return first === undefined ? { kind: "invitation" } : { kind: "group", group: first };
}

/** Whether there is anything to list beside the stage: a group, or a file that is not stored yet. */
export function hasDataToList(
  overview: AppState["overview"],
  { drafts }: Pick<ImportsState, "drafts">,
): boolean {
  return drafts.some(({ step }) => step.kind !== "stored") || (overview?.groups.length ?? 0) > 0;
}
