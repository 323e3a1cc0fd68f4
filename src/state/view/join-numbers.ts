import type { FeatureViewDefinition, JoinDefinition } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";

type Joins = FeatureViewDefinition["joins"];

/**
 * Where a join that was chosen in one definition of a view stands in another: the same group on the same columns, else the
 * same group. The one at the same number comes first. −1 where there is none.
 */
export function joinNumberIn(joins: Joins, chosen: JoinDefinition, number: number): number {
  for (const isSame of [hasSameColumns, hasSameGroup]) {
    const there = joins[number];
    if (there !== undefined && isSame(there, chosen)) return number;
    const found = joins.findIndex((join) => isSame(join, chosen));
    if (found >= 0) return found;
  }
  return -1;
}

/** Per join of a view where it stands in a changed definition of it; `null` where it is gone. */
export function joinNumbers(before: Joins, after: Joins): readonly (number | null)[] {
  const found: (number | null)[] = before.map(() => null);
  const free = new Set(after.keys());
  for (const isSame of [Object.is, hasSameColumns, hasSameGroup]) {
    before.forEach((join, i) => {
      if (found[i] !== null) return;
      const at = [...free].find((number) => isSame(join, after[number] ?? join));
      if (at === undefined) return;
      found[i] = at;
      free.delete(at);
    });
  }
  return found;
}

/** An edit of a view's rules with the number that its join has now; `null` where that is gone. */
export function withJoinNumber(edit: Edit, view: string, numbers: readonly (number | null)[]): Edit | null {
  if (edit.kind !== "rule" || (edit.view ?? view) !== view) return edit;
  const number = numbers[edit.join] ?? null;
  if (number === null) return null;
  return number === edit.join ? edit : { ...edit, join: number };
}

function hasSameGroup(a: JoinDefinition, b: JoinDefinition): boolean {
  return a.fgName === b.fgName;
}

function hasSameColumns(a: JoinDefinition, b: JoinDefinition): boolean {
  return hasSameGroup(a, b) && JSON.stringify(a.on) === JSON.stringify(b.on);
}
