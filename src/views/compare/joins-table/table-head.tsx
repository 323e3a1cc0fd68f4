import type { MetricName } from "../../../compare/model/model-results";
import { COMPARISON_TERMS } from "../../../terms/comparison";
import { MODEL_TERMS } from "../../../terms/model";
import { formatNumber } from "../../../ui/format-number";
import type { CompareProgress } from "../../../worker/compare/compare-results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { METRIC_TERMS, type ScoreAxis } from "../scores";
import styles from "./joins-table.module.css";
import type { JoinColumn } from "./table-columns";
import type { CellFocus } from "./use-table-focus";

export interface TableHeadProps {
  /** Of the radios. */
  readonly places: readonly string[];
  readonly columns: readonly JoinColumn[];
  /** What the view's own join is called. */
  readonly own: string;
  readonly metric: MetricName;
  readonly domain: ScoreAxis | null;
  readonly training: CompareProgress | null | undefined;
  /** How much each column of radios takes of what is scrolled under; 0 where nothing is. */
  readonly stuckRem: number;
  readonly focus: CellFocus;
}

/** What the columns of the table of joins are called, and what that means. */
export function TableHead(props: TableHeadProps) {
  const { places, columns, own, metric, domain, training, stuckRem, focus } = props;
  const score = METRIC_TERMS[metric].word;
  const words: Readonly<Record<Exclude<JoinColumn, "gap">, string>> = {
    ...{ leaked: "leaked", stale: "stale", empty: "empty", rows: "rows" },
    other: `cells other than ${own}`,
    peek: "median peek",
    offline: `${score} offline`,
    production: `${score} in production`,
  };
  return (
    <tr data-row={0}>
      {places.map((place, i) => (
        <th
          key={place}
          scope="col"
          {...focus(i).cell()}
          data-pinned={stuckRem > 0 ? "inner" : undefined}
          className={styles.choice}
          style={{ insetInlineStart: `${i * stuckRem}rem` }}
        >
          {place}
        </th>
      ))}
      <th
        scope="col"
        {...focus(places.length).cell()}
        data-pinned={stuckRem > 0 ? "last" : undefined}
        className={styles.join}
        style={{ insetInlineStart: `${places.length * stuckRem}rem` }}
      >
        join
      </th>
      {columns.map((column, i) => {
        const { cell, tabIndex } = focus(places.length + 1 + i);
        return column === "gap" ? (
          <th key={column} scope="col" {...cell()} className={styles.gap}>
            <GapHead domain={domain} training={training} />
          </th>
        ) : (
          <th key={column} scope="col" {...cell(true)}>
            <GlossaryTerm
              of={COMPARISON_TERMS[column].word}
              and={scoreTerm(column, metric)}
              tabIndex={tabIndex}
            >
              {column === "offline" && <Sign isRing />}
              {column === "production" && <Sign />}
              {words[column]}
            </GlossaryTerm>
          </th>
        );
      })}
    </tr>
  );
}

/** Of a score also what it is a score of. */
function scoreTerm(column: Exclude<JoinColumn, "gap">, metric: MetricName): string | undefined {
  return column === "offline" || column === "production" ? MODEL_TERMS[metric].word : undefined;
}

/** The ends of the axis; while the models are being trained, how far that is. Of one height either way. */
function GapHead({ domain, training }: Pick<TableHeadProps, "domain" | "training">) {
  if (training !== undefined) {
    const share = training === null || training.total === 0 ? undefined : training.done / training.total;
    return (
      <div
        className={styles.training}
        role="progressbar"
        aria-label="Training a model on each join"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
      >
        <span>training</span>
        <div className={styles.track}>
          <div className={styles.done} style={{ inlineSize: `${Math.round((share ?? 0) * 100)}%` }} />
        </div>
      </div>
    );
  }
  if (domain === null) return null;
  return (
    <div className={styles.ends}>
      <span>{formatNumber(domain.from)}</span>
      <span>{formatNumber(domain.to)}</span>
    </div>
  );
}

function Sign({ isRing = false }: { readonly isRing?: boolean }) {
  return (
    <svg className={styles.sign} viewBox="0 0 10 10" aria-hidden data-ring={isRing || undefined}>
      <circle cx={5} cy={5} r={isRing ? 4 : 4.5} />
    </svg>
  );
}
