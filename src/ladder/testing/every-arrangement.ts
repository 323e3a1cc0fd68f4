import { type Random, seededRandom } from "../../scenario/random";
import { placesFor, withLine } from "../programs/places";
import type { Arrangement, LadderProgram, ProgramLine } from "../programs/program";

/** Every choice of lines that a program can be built of, each with its lines in one order of chance. */
export function everyArrangement(program: LadderProgram, seed: number): Arrangement[] {
  const random = seededRandom(seed);
  return choicesOf(program).map((chosen) => placed(program, chosen, random));
}

/** Lines go in one after another, each to a place of chance among those that are offered. */
function placed(program: LadderProgram, chosen: readonly ProgramLine[], random: Random): Arrangement {
  return chosen
    .map((line) => ({ line, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .reduce<Arrangement>((arrangement, { line: { id } }) => {
      const places = placesFor(program, arrangement, id);
      return withLine(program, arrangement, id, places[random.integer(0, places.length)]);
    }, program.start);
}

/** Of each group one line or none, and every line that stands alone or not. */
function choicesOf({ lines }: LadderProgram): ProgramLine[][] {
  const free = lines.filter(({ fixed }) => !fixed);
  const groups = new Set(free.map(({ group, id }) => group ?? id));
  let choices: ProgramLine[][] = [[]];
  for (const name of groups) {
    const alternatives = free.filter(({ group, id }) => (group ?? id) === name);
    choices = choices.flatMap((chosen) => [chosen, ...alternatives.map((line) => [...chosen, line])]);
  }
  return choices;
}
