import type { Band, ModelProblem } from "../../../compare/model/model-results";
import type { CurvePoint, CurveScores } from "../../../compare/reaction-curve";
import { VARIANT_TERMS } from "../../../terms/variants";
import { formatNumber } from "../../../ui/format-number";
import { beyondBand, formatScore, shownDifference } from "../scores";

/** A part of the headline: plain, or a number that stands for a leak. */
export interface HeadlinePart {
  readonly kind: "text" | "leak";
  readonly text: string;
}

/** The gap as it is read: the difference of the two numbers that stand beside it, as those are read. */
export function formatGap(scores: Pick<CurveScores, "offline" | "production">): string {
  return formatScore(gapAsRead(scores));
}

function gapAsRead({ offline, production }: Pick<CurveScores, "offline" | "production">): number {
  return shownDifference(offline.value, production.value);
}

/** How a gap lies to nothing by its band as that is read: `0.000 to 0.030` is within it, whatever comes after the last digit. */
export function gapBeyond({ low, high, value }: Band): "more" | "less" | "within" {
  return beyondBand({ value, low: shownDifference(low, 0), high: shownDifference(high, 0) });
}

/** What comes of one reaction, said only as far as the band of the gap shows. */
export function curveHeadline({ reaction, scores, problem }: CurvePoint): HeadlinePart[] {
  const text = (words: string) => ({ kind: "text", text: words }) as const;
  if (scores === null) return [text(problemWords(problem))];
  const { own, latest } = scores;
  const found = `${formatScore(latest.offline.value)} AUC and keeps ${formatScore(latest.production.value)}`;
  const asOf = `As of the prediction, a join promises ${formatScore(own.offline.value)} and keeps it.`;
  const beginning = `With a reaction of ${formatNumber(reaction)}, the latest value promises`;
  switch (gapBeyond(latest.gap)) {
    case "more":
      return [text(`${beginning} `), { kind: "leak", text: found }, text(`. ${asOf}`)];
    case "less":
      return [text(`${beginning} ${found}: more than it promised. ${asOf}`)];
    case "within":
      return [text(`${beginning} ${found}: no gap beyond chance. ${asOf}`)];
  }
}

/** What the whole curve of the latest value says, whatever its shape; "" where nothing could be learned. */
export function curveTrend(points: readonly CurvePoint[]): string {
  const known = points.flatMap(({ reaction, scores }) =>
    scores === null ? [] : [{ reaction, scores: scores.latest, gap: gapAsRead(scores.latest) }],
  );
  const last = known.at(-1);
  if (last === undefined) return "";
  const gapOf = `the gap of ${VARIANT_TERMS.latest.word}`;
  const beyond = known.filter(({ scores }) => gapBeyond(scores.gap) === "more");
  const [first] = beyond;
  if (first === undefined) return `At no reaction is ${gapOf} beyond chance.`;
  const isFromThere = known.slice(known.indexOf(first)).length === beyond.length && beyond.length > 1;
  const where = isFromThere
    ? `From a reaction of ${formatNumber(first.reaction)} on,`
    : `At a reaction of ${listOf(beyond.map(({ reaction }) => formatNumber(reaction)))}`;
  const most = beyond.reduce((a, b) => (b.gap > a.gap ? b : a));
  const largest = `It is largest at ${formatNumber(most.reaction)}: ${formatGap(most.scores)}`;
  const after =
    most === last
      ? ""
      : `; more reaction adds nothing to that, and at ${formatNumber(last.reaction)} it is ${formatGap(last.scores)}`;
  return `${where} ${gapOf} is beyond chance. ${largest}${after}.`;
}

function listOf(words: readonly string[]): string {
  const [last, ...rest] = words.toReversed();
  return rest.length === 0 ? (last ?? "") : `${rest.reverse().join(", ")} and ${last}`;
}

/** Why there is nothing to learn, and what would be. */
function problemWords(problem: ModelProblem | null): string {
  const wayOut = "Make more customers, or take another seed.";
  if (problem?.kind === "one_class") return `Too few leave, or too many, to learn anything from. ${wayOut}`;
  return `There is too little here to learn anything from. ${wayOut}`;
}
