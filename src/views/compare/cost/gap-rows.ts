import type { Band, Consequence, MetricName } from "../../../compare/model/model-results";
import type { VariantName } from "../../../terms/variants";
import { METRIC_TERMS } from "./model-words";

/** One variant in the picture of the gap. */
export interface GapRow {
  readonly name: VariantName;
  readonly offline: Band;
  readonly production: Band;
}

/** What each variant scores by the first metric, in the order of the menu; those that have no such score are left out. */
export function gapRows({ variants, metrics }: Pick<Consequence, "variants" | "metrics">): GapRow[] {
  const metric = metrics[0];
  if (metric === undefined) return [];
  return variants.flatMap(({ name, offline, production }) => {
    const [before, after] = [offline[metric], production[metric]];
    return before === undefined || after === undefined ? [] : [{ name, offline: before, production: after }];
  });
}

export interface GapAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Further down nothing is told by a length: a model that is so much worse than chance is useless. */
const LOWEST: Readonly<Partial<Record<MetricName, number>>> = { auc: 0, r2: -1 };

/** The axis of the scores: from chance to 1, and as much further down as a score or its band lies. */
export function gapAxis(rows: readonly GapRow[], metric: MetricName): GapAxis {
  const chance = METRIC_TERMS[metric].chance ?? 0;
  const lowest = Math.min(
    chance,
    ...rows.flatMap(({ offline, production }) => [offline.low, production.low]),
  );
  const step = metric === "auc" ? 0.1 : 0.25;
  // Floats: 0.5 / 0.1 must not be a step too many.
  const steps = Math.min(
    Math.ceil((1 - lowest) / step - 1e-9),
    Math.round((1 - (LOWEST[metric] ?? 0)) / step),
  );
  const ticks = Array.from({ length: steps + 1 }, (_, i) => round(1 - (steps - i) * step));
  return { from: ticks[0] ?? chance, to: 1, ticks };
}

/** A value where it is drawn: at the axis' end where it lies beyond. */
export function onAxis(value: number, { from, to }: GapAxis): number {
  return Math.min(to, Math.max(from, value));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
