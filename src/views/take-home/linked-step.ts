import { LESSON_TITLES } from "../../learn/lesson-titles";
import { type LoadedLesson, loadLesson } from "../../learn/load-lesson";
import { ask } from "../../learn/questions/ask";
import type { PartText } from "../../learn/text/lesson-text";
import type { EntitySlice } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { type Dataset, scenarioOf } from "../../state/document";
import type { Route } from "../../state/route/route";
import { type Coordinate, phasesAt, startOf } from "../../timeline/step/coordinate";

/** What a link shows: one entity, with the edits in it, at a step. */
export interface LinkedStep {
  readonly title: string;
  readonly slice: EntitySlice;
  readonly at: Coordinate;
  /** Those of the link that are in the slice. */
  readonly edits: readonly Edit[];
  /** Whether the page that it is of lets its rows and rules be moved. */
  readonly isMovable: boolean;
}

/** What of a link says what it shows. */
export interface Linked {
  readonly route: Route;
  readonly dataset: Dataset;
  readonly edits: readonly Edit[];
}

/**
 * Makes what a link shows from the link alone, on the page: without a store, a worker or storage. Costs O(rows of its data).
 *
 * @returns `null` where the link carries no data: those of the reader's own store are not at hand.
 * @throws RangeError where what it names is not there; MicroFSError where its scenario makes no sense.
 */
export async function linkedStep(linked: Linked): Promise<LinkedStep | null> {
  const { route, dataset, edits } = linked;
  if (route.lesson !== null) return lessonStep(route);
  if (route.case !== null) return caseStep(route, route.case);
  const scenario = scenarioOf(dataset);
  return scenario === null ? null : scenarioStep(scenario, route, edits);
}

async function caseStep(route: Route, name: string): Promise<LinkedStep> {
  const { scenarioSliceNamed } = await import("../../timeline/scenario-slices");
  const { title, slice, at } = scenarioSliceNamed(name);
  return { title, slice, at: stepOf(slice, route, at), edits: [], isMovable: true };
}

/** A question of the part that is named, else of the lesson's first that asks one. */
async function lessonStep({ lesson: name, part }: Route): Promise<LinkedStep> {
  if (name === null) throw new RangeError("the link names no lesson");
  const loaded = await loadLesson(name);
  const named = loaded.lesson.parts.indexOf(part ?? "");
  const step = partsStep(loaded, named === -1 ? loaded.parts : loaded.parts.slice(named, named + 1));
  if (step === null)
    throw new RangeError(`nothing of this part of the lesson stands on a timeline: ${part ?? name}`);
  return step;
}

/** The first thing of some parts of a lesson that stands on a timeline; `null` where nothing does. */
export function partsStep(
  { name, lesson }: Pick<LoadedLesson, "name" | "lesson">,
  parts: readonly PartText[],
): LinkedStep | null {
  const title = LESSON_TITLES[name];
  const directives = parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "directive" ? [block] : [])),
  );
  for (const { attributes } of directives) {
    const question = attributes.question ?? attributes.answers;
    if (question !== undefined) {
      const { slice, at } = ask(lesson, question, attributes.variant === "new" ? 1 : 0);
      return { title, slice, at, edits: [], isMovable: false };
    }
    const scenario = lesson.scenarios[attributes.scenario ?? ""];
    if (scenario === undefined) continue;
    const start = startOf(scenario);
    const spineRow = Number(attributes.row ?? start.spineRow);
    const slice = editSlice(scenarioSlice(scenario, spineRow), scenario.edits ?? []);
    const at = { spineRow, join: Number(attributes.join ?? 0), phase: "find_entity" } as const;
    return { title, slice, at, edits: [], isMovable: attributes.drag !== undefined };
  }
  return null;
}

async function scenarioStep(scenario: Scenario, route: Route, edits: readonly Edit[]): Promise<LinkedStep> {
  const { generatedColumns } = await import("../../scenario/generators");
  // An added row has a number that the scenario does not know: it is found among those of its entity.
  const given = scenarioSlice(scenario, knownRow(route.row, edits) ?? {}, generatedColumns);
  const latest = scenario.view.joins.map(
    (_, join): Edit => ({ kind: "rule", join, direction: "latest", ttlUs: null }),
  );
  const slice = editSlice(given, [...edits, ...(route.rule === "latest" ? latest : [])]);
  const spineRow = slice.spine.rows[0] ?? 0;
  return {
    title: scenario.title,
    slice,
    at: stepOf(slice, route, { spineRow, join: 0, phase: "find_entity" }),
    edits,
    isMovable: true,
  };
}

function knownRow(row: number | null, edits: readonly Edit[]): number | null {
  return edits.some((edit) => edit.kind === "add" && edit.row === row) ? null : row;
}

/** The step that a route names, where the slice has it. */
function stepOf(slice: EntitySlice, route: Route, otherwise: Coordinate): Coordinate {
  const { row, phase } = route;
  if (row === null || !slice.spine.rows.includes(row)) return otherwise;
  const join = Math.min(route.join, slice.joins.length - 1);
  const together = route.joins === "together" && slice.joins.length > 1;
  const phases = phasesAt(slice, { join, together });
  const at = { spineRow: row, join, phase: phases.includes(phase) ? phase : (phases[0] ?? "find_entity") };
  return together ? { ...at, together } : at;
}
