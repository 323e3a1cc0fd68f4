import { group } from "d3-array";
import type { HandedIn } from "./handed-in";

/** Who has handed in, under a name that nobody else of the class has. */
export interface Student {
  /** Their place among those who have handed in, from 1: what they are called while names are hidden. */
  readonly number: number;
  readonly name: string;
  readonly handedIn: HandedIn;
}

export interface Students {
  /** By name. */
  readonly students: readonly Student[];
  /** Sentences about names that came more than once. */
  readonly notes: readonly string[];
}

/**
 * Who has handed in. Of two files of one name, one of which holds all answers of the other and goes on, the longer counts: the
 * student handed in twice. Otherwise two students chose the same name, and both count. O(files of one name²).
 */
export function studentsOf(files: readonly HandedIn[]): Students {
  const notes: string[] = [];
  const byName = group(files, ({ name }) => name.toLocaleLowerCase());
  const named = [...byName.values()].flatMap((same) => {
    const people: HandedIn[] = [];
    // The longest first: what it goes on from adds nothing.
    for (const file of same.toSorted((a, b) => sizeOf(b) - sizeOf(a)))
      if (!people.some((one) => goesOn(file, one))) people.push(file);
    const [{ name } = { name: "" }] = same;
    const earlier = same.length - people.length;
    if (earlier > 0)
      notes.push(
        `“${name}” has handed in more than once: ${earlier === 1 ? "an earlier file is" : `${earlier} earlier files are`} left out.`,
      );
    if (people.length > 1)
      notes.push(`${people.length} students are called “${name}”: they are kept apart by a number.`);
    return people.map((handedIn, i) => ({ name: i === 0 ? name : `${name} (${i + 1})`, handedIn }));
  });
  const students = named
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))
    .map((one, i) => ({ number: i + 1, ...one }));
  return { students, notes };
}

function sizeOf({ answers, practice }: HandedIn): number {
  return answers.length + practice.length;
}

/** Whether the longer file begins with all that is in the shorter. */
function goesOn(shorter: HandedIn, longer: HandedIn): boolean {
  const begins = (all: readonly unknown[], part: readonly unknown[]) =>
    JSON.stringify(all.slice(0, part.length)) === JSON.stringify(part);
  return begins(longer.answers, shorter.answers) && begins(longer.practice, shorter.practice);
}
