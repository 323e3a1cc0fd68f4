import { formatNumber } from "../../../ui/format-number";
import type { TrainingTotals } from "../../../worker/results";
import styles from "./leak-count.module.css";

/** How many of all cells leak under the rule that is shown, a cell being what one join writes into one row. */
export function LeakCount({ totals }: { readonly totals: TrainingTotals }) {
  const cells = totals.trainingRows * totals.joins.length;
  if (totals.leaks === 0) return <>On the latest value none of {formatNumber(cells)} cells leaks.</>;
  return (
    <>
      On the latest value{" "}
      <strong className={styles.leaks}>
        {formatNumber(totals.leaks)} of {formatNumber(cells)} cells {totals.leaks === 1 ? "leaks" : "leak"}
      </strong>
      : the model would learn from what was not known yet.
    </>
  );
}
