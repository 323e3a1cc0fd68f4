import type { ModelProblem } from "../../../compare/model/model-results";
import type { CurvePoint } from "../../../compare/reaction-curve";
import { formatNumber } from "../../../ui/format-number";

/** A part of the headline: plain, or a number that stands for a leak. */
export interface HeadlinePart {
  readonly kind: "text" | "leak";
  readonly text: string;
}

/** An area under the curve as it is read: `0.93`. */
export function formatAuc(value: number): string {
  return formatNumber(value, { decimals: 2 });
}

/** What comes of one reaction, said only as far as the band of the gap shows. */
export function curveHeadline({ reaction, scores, problem }: CurvePoint): HeadlinePart[] {
  const text = (words: string) => ({ kind: "text", text: words }) as const;
  if (scores === null) return [text(problemWords(problem))];
  const { own, latest } = scores;
  const [offline, production] = [formatAuc(latest.offline.value), formatAuc(latest.production.value)];
  const asOf = `As of the prediction, a join promises ${formatAuc(own.offline.value)} and keeps it.`;
  const beginning = `With a reaction of ${formatNumber(reaction)}`;
  if (latest.gap.low > 0)
    return [
      text(`${beginning}, the latest value promises `),
      { kind: "leak", text: `${offline} AUC and keeps ${production}` },
      text(`. ${asOf}`),
    ];
  return [
    text(
      `${beginning}, the latest value promises ${offline} AUC and keeps ${production}, within its band. ${asOf}`,
    ),
  ];
}

/** Why there is nothing to learn, and what would be. */
function problemWords(problem: ModelProblem | null): string {
  const wayOut = "Make more customers, or take another seed.";
  if (problem?.kind === "one_class") return `Too few leave, or too many, to learn anything from. ${wayOut}`;
  return `There is too little here to learn anything from. ${wayOut}`;
}
