import { Reason } from "../../../microfs/join/verdict";
import type { Training } from "../../../state/training/training";

/** What a join can have found for a training row: a row it may use, one that leaks, or nothing, for a reason. */
export const FINDINGS = [
  "chosen",
  "leak",
  "expired",
  "not_yet_known",
  "future_only",
  "wrong_side",
  "no_entity",
  "null_key",
] as const;
export type Finding = (typeof FINDINGS)[number];

/** One join's findings over all training rows. They sum up to the number of training rows. */
export interface JoinFindings {
  join: number;
  fgName: string;
  counts: Readonly<Record<Finding, number>>;
}

/** Counts what each join found. O(rows × joins). */
export function joinFindings({ joins }: Pick<Training, "joins">): JoinFindings[] {
  return joins.map(({ fgName, reason, leak }, join) => {
    const byReason = new Float64Array(Object.keys(Reason).length);
    let leaks = 0;
    for (let row = 0; row < reason.length; row++) {
      const code = reason[row] ?? 0;
      byReason[code] = (byReason[code] ?? 0) + 1;
      if (leak[row] === 1) leaks++;
    }
    const of = (name: keyof typeof Reason) => byReason[Reason[name]] ?? 0;
    return {
      join,
      fgName,
      counts: {
        chosen: of("chosen") - leaks, // only what was chosen can leak
        leak: leaks,
        expired: of("expired"),
        not_yet_known: of("not_yet_known"),
        future_only: of("future_only"),
        wrong_side: of("wrong_side"),
        no_entity: of("no_entity"),
        null_key: of("null_key"),
      },
    };
  });
}

/** The findings that some join has, in the order in which they are drawn. */
export function findingsThere(joins: readonly JoinFindings[]): Finding[] {
  return FINDINGS.filter((finding) => joins.some(({ counts }) => counts[finding] > 0));
}

export const FINDING_NAMES: Readonly<Record<Finding, string>> = {
  chosen: "chosen",
  leak: "leak",
  expired: "expired",
  not_yet_known: "not yet known",
  future_only: "future only",
  wrong_side: "wrong side",
  no_entity: "no such entity",
  null_key: "null key",
};

/** A part of a whole for reading: `12 %`, `0.3 %`, `<0.1 %`; all and nothing only where that is exact. */
export function shareWords(part: number, whole: number): string {
  if (part === 0 || whole === 0) return "0 %";
  if (part === whole) return "100 %";
  const percent = (100 * part) / whole;
  if (percent < 0.1) return "<0.1 %";
  if (percent > 99.9) return ">99.9 %";
  return `${percent < 10 || percent > 99 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** The next training row after `from`, in a circle, of which a join found this; `null` where there is none. */
export function nextFinding(
  { joins, numRows }: Pick<Training, "joins" | "numRows">,
  join: number,
  finding: Finding,
  from: number,
): number | null {
  const answer = joins[join];
  if (answer === undefined) return null;
  const isThere = (row: number) => {
    if (finding === "leak") return answer.leak[row] === 1;
    return answer.reason[row] === Reason[finding] && answer.leak[row] !== 1;
  };
  for (let step = 1; step <= numRows; step++)
    if (isThere((from + step) % numRows)) return (from + step) % numRows;
  return null;
}
