import type { ServingStatus } from "../../../microfs";
import type { CellValue, ColumnType, JoinRule } from "../../../microfs/core";
import type { LookedUp } from "../../../state/serving/serving";
import type { TrainingRow, ViewSummary } from "../../../worker/results";
import { type Comparison, whyDiffer } from "./why-differ";

/** One feature, as a model is served it and as its latest training row has it; `undefined` where there is no such value. */
export interface VectorFeature {
  name: string;
  type: ColumnType;
  served: CellValue | undefined;
  trained: CellValue | undefined;
  isLabel: boolean;
  isLeak: boolean;
  /** Why the two differ; `null` where they do not, or where there is nothing to compare with. */
  why: string | null;
}

/** The features of one source: the label group's own row, or a join. */
export interface VectorSource {
  fgName: string;
  /** `not_asked` where the label group's own key was not given; `null` while nothing is looked up. */
  status: ServingStatus | "not_asked" | null;
  eventTimeUs: bigint | null;
  ttlUs: bigint | null;
  features: VectorFeature[];
}

export interface VectorInput {
  view: ViewSummary;
  /** `null` while nothing is: then there are the same rows, without values. */
  lookedUp: LookedUp | null;
  /** The spine columns that name the entity: they come back as they were given, and are no features. */
  given: ReadonlySet<string>;
  /** The entity's latest training row; `null` for none. */
  trained: TrainingRow | null;
  /** Writes a moment. */
  moment: (us: bigint) => string;
}

/** What a model is served, source by source, beside what the entity's latest training row has. */
export function servedVector(input: VectorInput): VectorSource[] {
  const joins = input.view.definition.joins.map((_, join) => sourceOf(input, join));
  return [sourceOf(input, -1), ...joins].filter(({ features }) => features.length > 0);
}

function sourceOf(input: VectorInput, join: number): VectorSource {
  const { view, lookedUp, given } = input;
  const rule = view.rules[join];
  const found = join < 0 ? lookedUp?.spine : lookedUp?.joins[join];
  const status = lookedUp === null ? null : found === null ? "not_asked" : (found?.status ?? "not_found");
  const eventTimeUs = found?.eventTime ?? null;
  const isAsked = lookedUp !== null && status !== null && status !== "not_asked";
  const compare = isAsked
    ? comparison(input, join, rule, { status, servedUs: eventTimeUs, nowUs: lookedUp.nowUs })
    : null;
  const columns = view.columns.filter(
    (column) => column.join === join && !(join < 0 && given.has(column.column)),
  );
  const features = columns.map(({ name, type, column }): VectorFeature => {
    const isLabel = join < 0 && view.label.includes(column);
    const served = isLabel || !isAsked ? undefined : (lookedUp.values[name] ?? null);
    const trained = input.trained?.values[view.columns.findIndex((candidate) => candidate.name === name)];
    const isLeak = compare?.isLeak === true && trained != null;
    const isSame = trained === undefined || served === undefined || (isSameValue(served, trained) && !isLeak);
    const why = isSame || compare === null ? null : whyDiffer({ ...compare, isLeak }, input.moment);
    return { name, type, served, trained, isLabel, isLeak, why };
  });
  const fgName = join < 0 ? view.definition.labelFg : (view.definition.joins[join]?.fgName ?? "");
  return { fgName, status, eventTimeUs, ttlUs: rule?.ttlUs ?? null, features };
}

function comparison(
  { trained }: VectorInput,
  join: number,
  rule: JoinRule | undefined,
  served: Pick<Comparison, "status" | "servedUs" | "nowUs">,
): Comparison | null {
  if (trained === null) return null;
  const cell = trained.joins[join];
  return {
    ...served,
    ttlUs: rule?.ttlUs ?? null,
    allowExactMatches: rule?.allowExactMatches ?? true,
    tUs: trained.timeUs,
    trainedUs: cell === undefined ? trained.timeUs : cell.eventTimeUs,
    reason: cell?.reason ?? "chosen",
    isLeak: cell?.isLeak ?? false,
    direction: rule?.direction ?? "backward",
  };
}

function isSameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === "number" && typeof b === "number" && Number.isNaN(a) && Number.isNaN(b));
}
