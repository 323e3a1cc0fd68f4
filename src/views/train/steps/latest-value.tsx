import { goTo } from "../../../state/route/go-to";
import type { RuleShown } from "../../../state/route/route";
import { useApp, useAppHandle } from "../../../state/use-app";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { formatNumber } from "../../../ui/format-number";
import type { TrainingTotals } from "../../../worker/results";
import styles from "./latest-value.module.css";

const RULES: readonly { value: RuleShown; label: string }[] = [
  { value: "as-of", label: "as of" },
  { value: "latest", label: "latest" },
];

/** The same row and step under the view's own joins, or under the latest value that everybody is tempted to take. */
export function RuleSwitch() {
  const app = useAppHandle();
  const rule = useApp((state) => state.route.rule);
  return (
    <SegmentedChoice
      label="Each join takes the value"
      labelPlace="unseen"
      variant="switch"
      options={RULES}
      value={rule}
      onChange={(chosen) => goTo(app, { rule: chosen }, "replace")}
    />
  );
}

/** How many of all cells leak on the latest value, a cell being what one join writes into one row. */
export function LeakCount({ totals }: { readonly totals: TrainingTotals }) {
  const cells = totals.trainingRows * totals.joins.length;
  if (totals.leaks === 0) return <>On the latest value none of {formatNumber(cells)} cells leaks.</>;
  return (
    <>
      On the latest value{" "}
      <strong className={styles.leaks}>
        {formatNumber(totals.leaks)} of {formatNumber(cells)} cells {totals.leaks === 1 ? "leaks" : "leak"}
      </strong>
      : they were not known yet.
    </>
  );
}
