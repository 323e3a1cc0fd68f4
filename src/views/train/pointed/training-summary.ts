import type { Training } from "../../../state/training/training";
import { formatNumber } from "../../../ui/format-number";

/** How a training set turned out: rows, empty cells, leaks. */
export function trainingSummary({ numRows, joins }: Training): string {
  const count = (flags: Uint8Array, wanted: (flag: number) => boolean) =>
    flags.reduce((sum, flag) => sum + (wanted(flag) ? 1 : 0), 0);
  const empty = joins.reduce((sum, { reason }) => sum + count(reason, (code) => code !== 0), 0);
  const leaks = joins.reduce((sum, { leak }) => sum + count(leak, (flag) => flag === 1), 0);
  return [
    `${formatNumber(numRows)} training ${numRows === 1 ? "row" : "rows"}`,
    `${empty === 0 ? "no" : formatNumber(empty)} empty ${empty === 1 ? "match" : "matches"}`,
    ...(leaks === 0 ? [] : [`${formatNumber(leaks)} ${leaks === 1 ? "leak" : "leaks"}`]),
  ].join(" · ");
}
