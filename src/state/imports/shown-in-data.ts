import type { GroupSummary } from "../../worker/answers";
import type { AppState } from "../app";
import type { ImportDraft, ImportsState } from "./imports-store";

/** What the Data stage shows. */
export type ShownInData =
  | { kind: "invitation" }
  | { kind: "draft"; draft: ImportDraft }
  | { kind: "group"; group: GroupSummary }
  /** The route names a group that is not there. */
  | { kind: "no_such_group"; name: string };

/** The group of the route; else the chosen draft; else the first draft, the first group, or the invitation. */
export function shownInData(
  { route, overview }: Pick<AppState, "route" | "overview">,
  { drafts, selectedId }: Pick<ImportsState, "drafts" | "selectedId">,
): ShownInData {
  const groups = overview?.groups ?? [];
  if (route.group !== null) {
    const group = groups.find(({ definition }) => definition.name === route.group);
    return group === undefined ? { kind: "no_such_group", name: route.group } : { kind: "group", group };
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
