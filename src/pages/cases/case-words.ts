import type { CaseEntry, CaseGroup } from "../../scenario/cases/cases";
import { VERDICT_TERMS } from "../../terms/verdicts";

/** `ttl-edge` → `TTL edge`, `step-1-find` → `Step 1: find`. */
export function caseName({ name }: { readonly name: string }): string {
  const words = name
    .replaceAll("-", " ")
    .replace(/\bttl\b/, "TTL")
    .replace(/(?<=^step \d)/, ":");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The groups with the cases that say every word of the text, in their name, their title, their verdict or their group's title. */
export function filteredGroups(groups: readonly CaseGroup[], text: string): readonly CaseGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const says = (title: string, { scenario, shows }: CaseEntry) => {
    const all = [caseName(scenario), scenario.title, title, shows === null ? "" : VERDICT_TERMS[shows].word];
    const said = all.join(" ").toLowerCase();
    return words.every((word) => said.includes(word));
  };
  return groups.flatMap(({ title, entries }) => {
    const found = entries.filter((entry) => says(title, entry));
    return found.length === 0 ? [] : [{ title, entries: found }];
  });
}
