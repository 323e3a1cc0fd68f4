import { CellFlag, Reason } from "../../../microfs/core";
import type { Training } from "../../../state/training";
import { FINDINGS, type Finding } from "../../../terms/reasons";
import type { TrainingTotals } from "../../../worker/results";

/** One join's findings over all training rows. They sum up to the number of training rows. */
export interface JoinFindings {
  join: number;
  fgName: string;
  counts: Readonly<Record<Finding, number>>;
}

/** What each join found. */
export function joinFindings({ joins }: TrainingTotals): JoinFindings[] {
  return joins.map(({ fgName, reasons, leaks }, join) => ({
    join,
    fgName,
    // Only what was chosen can leak.
    counts: { ...reasons, chosen: reasons.chosen - leaks, leak: leaks },
  }));
}

/** The findings that some join has, in the order in which they are drawn. */
export function findingsThere(joins: readonly JoinFindings[]): Finding[] {
  return FINDINGS.filter((finding) => joins.some(({ counts }) => counts[finding] > 0));
}

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
  const cells = joins[join];
  if (cells === undefined) return null;
  const isThere = (row: number) => {
    const isLeak = ((cells.flags[row] ?? 0) & CellFlag.leak) !== 0;
    return finding === "leak" ? isLeak : !isLeak && cells.reason[row] === Reason[finding];
  };
  for (let step = 1; step <= numRows; step++)
    if (isThere((from + step) % numRows)) return (from + step) % numRows;
  return null;
}
