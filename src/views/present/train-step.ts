import { type EntitySlice, formatTime } from "../../microfs/core";
import type { PlanStep } from "../../present/plan";
import { prepareStep } from "../../present/prepare-step";
import type { Edit } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import { SAMPLES } from "../../scenario/samples/samples";
import type { App } from "../../state/app";
import type { Dataset } from "../../state/document";
import type { MadeStep } from "../../state/present/use-step";
import { latestData } from "../../state/query";
import { entityOnScreen } from "../../state/take-away/entity-on-screen";
import { currentView, shownEdits, showsLatest, viewEdits } from "../../state/training-queries";
import { momentOf } from "../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../timeline/words/format-moment";
import { entityName } from "../../timeline/words/nouns";
import { currentStep, shownColumn } from "../train/steps/current-step";

/** Which groups a view joins. */
interface ViewGroups {
  readonly labelFg: string;
  readonly joins: readonly { readonly fgName: string }[];
}

type PictureStep = Extract<PlanStep, { kind: "picture" }>;

const MINUTES = 3;

/**
 * The very state of Train as a step of a plan: row, join, phase, window, column, rule and edits. A sample is named, also where it
 * was loaded among one's own data; of other data the entity on the screen travels in the step, and nobody else. `null` where no step is on the screen.
 */
export async function trainStep(app: App): Promise<MadeStep | null> {
  const state = app.state.getState();
  const shown = app.part(currentStep)(state);
  const stored = latestData(state.slice);
  const view = currentView(state);
  if (shown === null || stored === null || view === null) return null;
  const { route, document } = state;
  const { slice, coordinate } = shown;
  const { spineRow, join, phase, together } = coordinate;
  const column = shownColumn(slice, join, route.column);
  const title = `${entityName(slice, slice.joins[join])}, ${formatMoment(momentOf(slice, spineRow), momentStyle(slice))}`;
  const rest = {
    kind: "picture",
    minutes: MINUTES,
    title,
    rule: showsLatest(state) ? "latest" : "as-of",
    walks: false,
  } as const;
  const at: PictureStep["at"] = {
    row: spineRow,
    join,
    phase,
    ...(together && { together }),
    ...(column !== undefined && route.column !== null && { column }),
    ...(route.from !== null &&
      route.to !== null && {
        window: { from: formatTime(BigInt(route.from)), to: formatTime(BigInt(route.to)) },
      }),
  };
  const edits = app.part(viewEdits)(state);
  const asShown = editSlice(stored, app.part(shownEdits)(state));
  for (const name of samplesLike(view.definition, document.dataset)) {
    const step: PictureStep = {
      ...rest,
      of: { kind: "sample", name },
      edits: edits.map(withoutView),
      at,
    };
    // What was stored into a sample's store, or changed of its view, the sample itself does not have.
    const { picture } = await prepareStep(step);
    if (picture !== null && isSameSlice(picture.slice, asShown)) return { step, rows: 0 };
  }
  const carried = entityOnScreen(app, title);
  const row = carried?.spineRowOf(spineRow) ?? null;
  if (carried === null || row === null) return null;
  const step: PictureStep = {
    ...rest,
    of: { kind: "scenario", scenario: carried.scenario },
    edits: [],
    at: { ...at, row },
  };
  return { step, rows: carried.numRows };
}

/** The samples that what is shown may be of: a sample that was loaded among one's own data has nothing of one's own in it. */
function samplesLike(view: ViewGroups, dataset: Dataset): readonly string[] {
  if (dataset.kind === "sample") return [dataset.name];
  if (dataset.kind !== "own") return [];
  const groupsOf = ({ labelFg, joins }: ViewGroups) =>
    JSON.stringify([labelFg, joins.map(({ fgName }) => fgName)]);
  return SAMPLES.filter((one) => groupsOf(one.view) === groupsOf(view)).map(({ name }) => name);
}

function withoutView(edit: Edit): Edit {
  if (edit.kind !== "rule") return edit;
  const { view, ...rule } = edit;
  return rule;
}

/** Whether two slices show the same, whatever is known of other entities. */
export function isSameSlice(a: EntitySlice, b: EntitySlice): boolean {
  return shownText(a) === shownText(b);
}

function shownText({ entity, spine, joins }: EntitySlice): string {
  return JSON.stringify([entity, spine, joins.map(({ others, ...join }) => join)], (name, value: unknown) => {
    if (name === "bounds") return undefined;
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "number" && !Number.isFinite(value)) return String(value);
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>, String) : value;
  });
}
