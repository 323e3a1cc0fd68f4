import { SAMPLES } from "../../scenario/samples/samples";
import type { Scenario } from "../../scenario/scenario";
import type { App } from "../app";
import { editsOf } from "../document";
import type { Route } from "../route/route";
import { formatUrl, START } from "../route/url";

/** A cell of the training table: a row of the label group, a join of the view, and a column of the join's group. */
export interface ComparedCell {
  readonly row: number | null;
  readonly join: number;
  readonly column: string | null;
}

/** The two joins that Compare begins with: under the latest value that one, else the two it begins with anyhow. */
function variantsAt({ rule }: Pick<Route, "rule">): Pick<Route, "above" | "below"> {
  return { above: "own", below: rule === "latest" ? "latest" : START.below };
}

/** What leads from Train to one row under two joins, at the cell that is looked at. */
export function compareRow(route: Pick<Route, "rule">, cell: ComparedCell): Partial<Route> {
  return {
    ...{ stage: "compare", show: "row", ...variantsAt(route), ...cell },
    ...{ phase: "write_cell", joins: "together", from: null, to: null, full: false, empty: false },
  };
}

/** What leads from Train to what its leaks cost. */
export function compareCost(route: Pick<Route, "rule">): Partial<Route> {
  return { stage: "compare", show: "cost", ...variantsAt(route), full: false, empty: false };
}

/** The link of {@link compareRow} from where an app is now. */
export function compareRowHref(app: App, cell: ComparedCell): string {
  const { route, document } = app.state.getState();
  const { dataset, edits } = document;
  return `#${formatUrl({ route: { ...route, ...compareRow(route, cell) }, dataset, edits })}`;
}

/** The samples that have a door into Compare: of their rows a model can learn what a wrong join costs. */
export const WRONG_JOIN_SAMPLES: readonly Scenario[] = SAMPLES.filter(({ groups }) =>
  groups.every(({ rows }) => rows.kind === "generated"),
);

/** The door into a sample at its telling row, joined as of the prediction and on the latest value. */
export function wrongJoinHref(sample: Scenario): string {
  const { row = null, join = 0, column = null } = sample.start ?? {};
  const route = { ...START, ...compareRow({ rule: "latest" }, { row, join, column }) };
  const dataset = { kind: "sample", name: sample.name, scenario: sample } as const;
  return `#${formatUrl({ route, dataset, edits: editsOf(dataset) })}`;
}
