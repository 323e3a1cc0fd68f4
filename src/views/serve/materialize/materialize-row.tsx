import type { MaterializeReport } from "../../../microfs";
import { cancelMaterializing, type Run } from "../../../state/serving/materializing";
import { useAppHandle } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import { inWords } from "../../../timeline/words/sentence-parts";
import { Button } from "../../../ui/controls/button";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { GroupSummary, JobProgress } from "../../../worker/results";
import styles from "./materialize-panel.module.css";

export interface MaterializeRowProps {
  readonly name: string;
  readonly group: GroupSummary | undefined;
  readonly online: number;
  readonly isLabelGroup: boolean;
  readonly run: Run | undefined;
  readonly isBusy: boolean;
  readonly onMaterialize: () => void;
}

/** One group: what it has offline, what of it is online, and its last run. */
export function MaterializeRow(props: MaterializeRowProps) {
  const { name, group, online, isLabelGroup, run, isBusy, onMaterialize } = props;
  return (
    <li className={styles.group}>
      <div>
        <strong className={styles.name}>{name}</strong>
        <span className={styles.note}>{isLabelGroup ? "the rows to predict" : "joined"}</span>
      </div>
      <span className={styles.counts}>
        {group
          ? `${countOf(group.numRows, "row")} of ${countOf(group.numEntities, "entity", "entities")}`
          : "not there"}
        <span className={styles.arrow}> → </span>
        {online === 0 ? "nothing online" : `${countOf(online, "key")} online`}
      </span>
      <Button size="small" aria-label={`Materialize ${name}`} disabled={isBusy} onClick={onMaterialize}>
        Materialize
      </Button>
      <div className={styles.run} aria-live={run?.kind === "running" ? "off" : "polite"}>
        <RunWords name={name} run={run} />
      </div>
    </li>
  );
}

function RunWords({ name, run }: { readonly name: string; readonly run: Run | undefined }) {
  const app = useAppHandle();
  switch (run?.kind) {
    case undefined:
      return null;
    case "waiting":
      return "Waits for its turn.";
    case "running":
      return (
        <span className={styles.writing}>
          {progressWords(run.progress)}
          <Button variant="link" aria-label={`Stop writing ${name}`} onClick={() => cancelMaterializing(app)}>
            Stop
          </Button>
        </span>
      );
    case "done": {
      const asOf = run.asOfUs === null ? "" : ` As of ${formatMoment(run.asOfUs, { year: true })}.`;
      return `${runWords(run.report, run.asOfUs !== null)}${asOf}`;
    }
    case "cancelled":
      return "Stopped; nothing of this run was kept.";
    case "failed":
      return <strong>Nothing was written. {run.error.message}</strong>;
  }
}

/** How far a run is, in one line: as much room as what it did will take. */
function progressWords(progress: JobProgress | null): string {
  if (progress === null || progress.total === 0) return "Writing …";
  return `Writing: ${formatNumber(progress.done)} of ${countOf(progress.total, progress.unit.slice(0, -1))}.`;
}

/**
 * What a materialize run did, in one sentence.
 *
 * @param isAsOf - Whether it was as of a moment, so that nothing may have been known yet.
 */
export function runWords({ written, unchanged, keptNewer }: MaterializeReport, isAsOf: boolean): string {
  if (written + unchanged + keptNewer === 0)
    return isAsOf
      ? "Nothing to write: no row was known by then."
      : "Nothing to write: the group has no rows.";
  const words = [
    written > 0 ? `wrote ${countOf(written, "key")}` : "wrote nothing",
    unchanged > 0 ? `left ${formatNumber(unchanged)} unchanged` : null,
    keptNewer > 0 ? `kept ${formatNumber(keptNewer)} that ${keptNewer === 1 ? "is" : "are"} newer` : null,
  ].filter((word) => word !== null);
  const sentence = inWords(words);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
