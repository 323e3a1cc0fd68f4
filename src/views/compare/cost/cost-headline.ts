import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import { viewVariant } from "../../../compare/variant";
import type { JoinRule } from "../../../microfs/core";
import type { VariantName } from "../../../terms/variants";
import { formatNumber } from "../../../ui/format-number";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { beyondBand, formatScore, METRIC_TERMS } from "../scores";

/** A headline in parts: a leak's count is told by its colour too. */
export interface HeadlinePart {
  readonly kind: "text" | "leak";
  readonly text: string;
}

const JOINED: Readonly<Record<Exclude<VariantName, "own">, string>> = {
  event_time: "Joined by event time only",
  no_delay: "Joined without the delay",
  event_time_no_delay: "Joined by event time and without the delay",
  no_ttl: "Joined without TTL",
  strict: "Joined with < instead of ≤",
  nearest: "Joined on the nearest value",
  forward: "Joined on the next value",
  latest: "Joined on the latest value",
  calendar_date: "Joined on the calendar date",
  ordinary: "Joined on the key alone",
};

/**
 * What the cells of one variant hold that was not known yet.
 *
 * @param rules - The view's own, one per join.
 * @param own - What its own join is called.
 */
export function cellsHeadline(
  counts: VariantCounts,
  rules: readonly JoinRule[],
  own: string,
): readonly HeadlinePart[] {
  const { name, leaked, cells, other } = counts;
  const joined =
    name === "own"
      ? own === "as of"
        ? "Joined as of each row’s time"
        : "Joined as the view says"
      : JOINED[name];
  if (leaked > 0) {
    return [
      { kind: "text", text: `${joined}, ` },
      { kind: "leak", text: `${formatNumber(leaked)} of ${formatNumber(cells)}` },
      { kind: "text", text: ` cells ${leakClause(name, rules, leaked === 1)}.` },
    ];
  }
  if (name === "own") return [{ kind: "text", text: `${joined}, no cell leaks.` }];
  const differs =
    other === 0
      ? `every cell is made by the row that ${own} takes`
      : `no cell leaks; ${formatNumber(other)} of ${formatNumber(cells)} are made by another row than ${own} takes`;
  return [{ kind: "text", text: `${joined}, ${differs}.` }];
}

/** A row that had happened and was not known yet is no row of the future. */
function leakClause(name: VariantName, rules: readonly JoinRule[], isOne: boolean): string {
  const hasHappened = viewVariant(name, rules).joins.every(({ filters }) =>
    filters.some(({ kind }) => kind === "happened"),
  );
  if (hasHappened) return isOne ? "holds what was not known yet" : "hold what was not known yet";
  return isOne ? "comes from the future" : "come from the future";
}

/**
 * What the model of one variant gains offline and keeps in production, beside the view's own join. Nothing is called a gain
 * or a loss that its band does not show.
 *
 * @param leaks - Whether cells of the variant leak.
 */
export function modelHeadline(
  model: VariantModel,
  { metrics, noSignal }: Pick<Consequence, "metrics" | "noSignal">,
  own: string,
  leaks: boolean,
): string {
  const metric = metrics[0];
  if (metric === undefined) return "";
  const { word } = METRIC_TERMS[metric];
  if (model.overReference === null) return ownSentence(model, metric, noSignal);
  const { offline, production } = model.overReference;
  const [gained, kept] = [beyondBand(offline), beyondBand(production)];
  const chance = noSignal
    ? ` ${own === "as of" ? "As of" : "The own join"} itself is no better than chance.`
    : "";
  if (gained === "within" && kept === "within") {
    const harm = leaks ? ": the leak does no harm that shows" : "";
    return `The model is neither better nor worse than ${own} beyond the band, offline or in production${harm}.${chance}`;
  }
  const size = (value: number) => formatScore(Math.abs(value));
  const offlineClause = {
    more: `The model gains ${size(offline.value)} ${word} offline over ${own}`,
    less: `The model loses ${size(offline.value)} ${word} offline against ${own}`,
    within: `Offline the model is no better or worse than ${own} beyond the band`,
  }[gained];
  const productionClause = {
    more: `in production it is better by ${size(production.value)}`,
    less: `in production it is worse by ${size(production.value)}`,
    within: "in production it is no better beyond the band",
  }[kept];
  return `${offlineClause}, and ${productionClause}.${chance}`;
}

function ownSentence(
  { offline, production, gap }: VariantModel,
  metric: Consequence["metrics"][number],
  noSignal: boolean,
): string {
  const [before, after] = [offline[metric], production[metric]];
  if (before === undefined || after === undefined) return "";
  const { word } = METRIC_TERMS[metric];
  if (noSignal)
    return `The model reaches ${formatScore(after.value)} ${word}, which is no better than chance beyond its band.`;
  if (beyondBand(gap) === "within")
    return `The model reaches ${formatScore(before.value)} ${word} offline, and keeps it in production: ${formatScore(after.value)}.`;
  return `The model reaches ${formatScore(before.value)} ${word} offline and ${formatScore(after.value)} in production.`;
}
