import type { GlossaryGroup } from "../../terms/glossary";
import { type GlossaryEntry, SYSTEM_NAMES, SYSTEMS } from "../../terms/glossary/entry";

/** The groups with the entries that say every word of the text: in their term or another word for it, their sentence, or what they are called elsewhere. */
export function filterGlossary(groups: readonly GlossaryGroup[], text: string): readonly GlossaryGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return groups.flatMap(({ title, entries }) => {
    const found = entries.filter((entry) => {
      const said = `${title} ${saidOf(entry)}`.toLowerCase();
      return words.every((word) => said.includes(word));
    });
    return found.length === 0 ? [] : [{ title, entries: found }];
  });
}

function saidOf({ term, also = [], text, elsewhere = {} }: GlossaryEntry): string {
  const there = SYSTEMS.flatMap((system) =>
    elsewhere[system] === undefined ? [] : [SYSTEM_NAMES[system], elsewhere[system]],
  );
  return [term, ...also, text, ...there].join(" ");
}
