import type { LineId } from "../../../ladder/programs/line-parts";
import type { Arrangement, LadderProgram, ProgramLine } from "../../../ladder/programs/program";

/** Lines to choose from that stand together: one of them belongs. A line alone is a group of one. */
export type ChoiceGroup = readonly ProgramLine[];

/** The lines that a reader can take, in groups. Within a group they stand by their text: the right one is not the first. */
export function choiceGroups({ lines }: LadderProgram): readonly ChoiceGroup[] {
  const groups = new Map<string, ProgramLine[]>();
  for (const line of lines) {
    const name = line.group ?? line.id;
    if (!line.fixed) groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.text < b.text ? -1 : 1)));
}

/** The line that would be taken next by who goes through the groups in order: the first of the first that has none in the program. */
export function nextChoice(groups: readonly ChoiceGroup[], arrangement: Arrangement): LineId | null {
  const placed = new Set(arrangement.map(({ id }) => id));
  return groups.find((group) => group.every(({ id }) => !placed.has(id)))?.[0]?.id ?? null;
}
