import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import { viewVariant } from "../../../compare/variant";
import type { JoinRule } from "../../../microfs/core";
import type { VariantName } from "../../../terms/variants";
import { formatNumber } from "../../../ui/format-number";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { shareWords } from "../../train/findings/join-findings";
import { beyondBand, differenceWords, formatScore, METRIC_TERMS } from "../scores";

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
 * Whether a join's emptiness is more than its leaks: more cells that it leaves empty, beyond the share that the view's own does, than
 * cells that leak. What a model loses is then not the leak's doing.
 */
export function isMostlyEmptier(counts: VariantCounts, reference: VariantCounts): boolean {
  const share = (cells: number, { cells: of }: VariantCounts) => (of === 0 ? 0 : cells / of);
  const emptied = share(counts.empty, counts) - share(reference.empty, reference);
  return emptied > share(counts.leaked, counts) && counts.empty > counts.cells / 2;
}

/**
 * What the cells of one variant hold that was not known yet; first of all that most hold nothing, where they do.
 *
 * @param rules - The view's own, one per join.
 * @param own - What its own join is called. @param reference - The counts of it.
 */
export function cellsHeadline(
  counts: VariantCounts,
  rules: readonly JoinRule[],
  own: string,
  reference: VariantCounts,
): readonly HeadlinePart[] {
  const { name, leaked, cells, other, empty } = counts;
  const joined =
    name === "own"
      ? own === "as of"
        ? "Joined as of each row’s time"
        : "Joined as the view says"
      : JOINED[name];
  if (isMostlyEmptier(counts, reference)) {
    const emptied = `${joined}, ${shareWords(empty, cells)} of its cells are empty`;
    if (leaked === 0) return [{ kind: "text", text: `${emptied}; no cell leaks.` }];
    return [
      { kind: "text", text: `${emptied}; ` },
      { kind: "leak", text: `${formatNumber(leaked)} of ${formatNumber(cells)}` },
      { kind: "text", text: ` ${leakClause(name, rules, leaked === 1)}.` },
    ];
  }
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
 * or a loss that its band does not show; a difference is that of the scores as they are written.
 *
 * @param leaks - Whether cells of the variant leak.
 */
export function modelHeadline(
  model: VariantModel,
  { metrics, noSignal, variants }: Pick<Consequence, "metrics" | "noSignal" | "variants">,
  own: string,
  leaks: boolean,
): string {
  const metric = metrics[0];
  if (metric === undefined) return "";
  const { word, chanceWord } = METRIC_TERMS[metric];
  const [reference] = variants;
  if (model.overReference === null || reference === undefined) return ownSentence(model, metric, noSignal);
  const { offline, production } = model.overReference;
  const [gained, kept] = [beyondBand(offline), beyondBand(production)];
  const chance = noSignal
    ? ` ${own === "as of" ? "As of" : "The own join"} itself is no better than ${chanceWord}.`
    : "";
  if (gained === "within" && kept === "within") {
    const harm = leaks ? ": the leak does no harm that shows" : "";
    return `The model is neither better nor worse than ${own} beyond the band, offline or in production${harm}.${chance}`;
  }
  const size = (side: "offline" | "production") =>
    differenceWords(model[side][metric]?.value ?? 0, reference[side][metric]?.value ?? 0);
  if (gained === kept && gained !== "within")
    return `The model ${gained === "more" ? "gains" : "loses"} ${size("offline")} ${word} offline and ${size("production")} in production ${gained === "more" ? "over" : "against"} ${own}.${chance}`;
  const offlineClause = {
    more: `The model gains ${size("offline")} ${word} offline over ${own}`,
    less: `The model loses ${size("offline")} ${word} offline against ${own}`,
    within: `Offline the model is no better or worse than ${own} beyond the band`,
  }[gained];
  const productionClause = {
    more: `in production it is better by ${size("production")}`,
    less: `in production it is worse by ${size("production")}`,
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
  const { word, chanceWord } = METRIC_TERMS[metric];
  if (noSignal)
    return `The model reaches ${formatScore(after.value)} ${word}, which is no better than ${chanceWord} beyond its band.`;
  if (beyondBand(gap) === "within")
    return `The model reaches ${formatScore(before.value)} ${word} offline, and keeps it in production: ${formatScore(after.value)}.`;
  return `The model reaches ${formatScore(before.value)} ${word} offline and ${formatScore(after.value)} in production.`;
}
