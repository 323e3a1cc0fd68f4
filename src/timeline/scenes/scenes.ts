import type { EntitySlice } from "../../microfs/entity-slice";
import { CASES, caseSlice } from "../../scenario/cases/cases";
import { JOIN_CASES } from "../../scenario/cases/join-cases";
import type { Scenario } from "../../scenario/scenario";
import { type Coordinate, startOf } from "../step/coordinate";

/** A case as a timeline shows it: its slice, at its most telling step. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  readonly slice: EntitySlice;
  readonly at: Coordinate;
}

/** All that the gallery shows. */
export const GALLERY_SCENES: readonly Scene[] = CASES.map(sceneOf);

/** Every case that a join can meet, each at a glance. */
export const SCENES: readonly Scene[] = GALLERY_SCENES.filter(({ name }) =>
  JOIN_CASES.some((one) => one.name === name),
);

/** A scene by its name. Throws a `RangeError` for a name that is none. */
export function sceneNamed(name: string): Scene {
  const found = GALLERY_SCENES.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no scene is named ${name}`);
  return found;
}

function sceneOf(scenario: Scenario): Scene {
  let made: EntitySlice | null = null;
  return {
    name: scenario.name,
    title: scenario.title,
    at: startOf(scenario),
    /** Made when it is first looked at: some have many rows. */
    get slice() {
      made ??= caseSlice(scenario);
      return made;
    },
  };
}
