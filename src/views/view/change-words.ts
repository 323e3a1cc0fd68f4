import { joinNumbers } from "../../state/view/join-numbers";
import type { MaybeView } from "../../state/view/view-changes";

/** What a change has made of a stored view, in one sentence. */
export function changeWords(name: string, before: MaybeView, after: MaybeView): string {
  if (after === null) return `The view ${name} was deleted.`;
  if (before === null) return `The view ${name} was made.`;
  if (before.labelFg !== after.labelFg) return `The rows to predict are those of ${after.labelFg} now.`;
  const numbers = joinNumbers(before.joins, after.joins);
  const gone = before.joins.filter((_, i) => numbers[i] === null);
  if (gone.length > 0) return `${gone.map(({ fgName }) => fgName).join(", ")} is no longer joined.`;
  const come = after.joins.filter((_, i) => !numbers.includes(i));
  if (come.length > 0) return `${come.map(({ fgName }) => fgName).join(", ")} is joined now.`;
  if (String(before.label ?? "") !== String(after.label ?? ""))
    return after.label == null ? "The view has no label now." : `The label is ${after.label} now.`;
  if (before.labelHorizon !== after.labelHorizon) return "When the label is known was changed.";
  const changed = after.joins.find((join, i) => JSON.stringify(join) !== JSON.stringify(before.joins[i]));
  return `The join with ${changed?.fgName ?? after.labelFg} was changed.`;
}
