import type { Filled } from "../blanks/blank";
import type { BlankProgram } from "../blanks/blank-program";

/** Every way to fill a program's blanks. */
export function everyFilling({ blanks }: BlankProgram): Filled[] {
  let all: Filled[] = [{}];
  for (const { id, fillings } of blanks)
    all = all.flatMap((filled) => fillings.map(({ text }) => ({ ...filled, [id]: text })));
  return all;
}
