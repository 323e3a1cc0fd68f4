import type { Band, MetricName, VariantModel } from "../../../compare/model/model-results";
import { formatBehind } from "../../../state/compare/behind";
import { useApp, useHref } from "../../../state/use-app";
import { COMPARISON_TERMS } from "../../../terms/comparison";
import { variantTermId } from "../../../terms/glossary/ids";
import type { VariantName } from "../../../terms/variants";
import { classNames } from "../../../ui/class-names";
import type { CellsBehind, VariantCounts } from "../../../worker/compare/compare-results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { formatScore, METRIC_TERMS, type ScoreAxis } from "../scores";
import { GapPicture } from "./gap-picture";
import styles from "./joins-table.module.css";
import { type CountColumn, countText, countWords, isCount } from "./line-cells";
import type { ComparedPlace, JoinColumn } from "./table-columns";
import type { CellFocus, CellStop } from "./use-table-focus";

export interface JoinLineProps {
  readonly name: VariantName;
  readonly word: string;
  /** What the view's own join is called. */
  readonly own: string;
  readonly columns: readonly JoinColumn[];
  /** Which joins are looked at, and where. */
  readonly places: readonly (readonly [ComparedPlace, VariantName])[];
  /** Among the table's, its head the first. */
  readonly row: number;
  readonly focus: CellFocus;
  readonly onChoose: (place: ComparedPlace, name: VariantName) => void;
  /** `undefined` while they are being counted. */
  readonly counts: VariantCounts | undefined;
  /** `undefined` while it is being trained. */
  readonly model: VariantModel | undefined;
  readonly metric: MetricName;
  readonly domain: ScoreAxis | null;
  /** How much each column of radios takes of what is scrolled under; 0 where nothing is. */
  readonly stuckRem: number;
}

/** One join of the table: what it does, and what a model makes of it. */
export function JoinLine(props: JoinLineProps) {
  const { name, word, columns, places, row, focus, onChoose, stuckRem } = props;
  return (
    <tr data-row={row} data-chosen={places.some(([, chosen]) => chosen === name) || undefined}>
      {places.map(([place, chosen], i) => (
        <td
          key={place}
          {...focus(i).cell(true)}
          data-pinned={stuckRem > 0 ? "inner" : undefined}
          className={styles.choice}
          style={{ insetInlineStart: `${i * stuckRem}rem` }}
        >
          {/* Without a name: of radios that share one, Tab reaches the checked one only. */}
          <input
            type="radio"
            tabIndex={focus(i).tabIndex}
            aria-label={`${word} ${place}`}
            checked={name === chosen}
            onChange={() => onChoose(place, name)}
          />
        </td>
      ))}
      <th
        scope="row"
        {...focus(places.length).cell(true)}
        data-pinned={stuckRem > 0 ? "last" : undefined}
        className={styles.join}
        style={{ insetInlineStart: `${places.length * stuckRem}rem` }}
      >
        <GlossaryTerm of={variantTermId(name)} tabIndex={focus(places.length).tabIndex}>
          {word}
        </GlossaryTerm>
      </th>
      {columns.map((column, i) => {
        const stop = focus(places.length + 1 + i);
        return isCount(column) ? (
          <Count key={column} column={column} stop={stop} {...props} />
        ) : (
          <OfModel key={column} column={column} stop={stop} {...props} />
        );
      })}
    </tr>
  );
}

/** Where the rows behind a count are. */
const BEHIND: Readonly<Record<CountColumn, CellsBehind["what"]>> = {
  other: "other",
  leaked: "leaked",
  stale: "stale",
  empty: "empty",
  rows: "multiplied",
  peek: "leaked",
};

interface OfCell<Column> {
  readonly column: Column;
  readonly stop: CellStop;
}

function Count({ column, stop, name, word, own, counts }: JoinLineProps & OfCell<CountColumn>) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  if (counts === undefined)
    return (
      <td {...stop.cell()} className={styles.count}>
        <Waiting />
      </td>
    );
  const value = column === "peek" ? counts.medianPeekUs : counts[column];
  const hasRows = column === "rows" ? counts.multipliedRows > 0 : value !== null && value > 0;
  const behind = { variant: name, what: BEHIND[column], feature: null, peekUs: null };
  const text = countText(counts, column) ?? "–";
  return (
    <td
      {...stop.cell(hasRows)}
      className={classNames(styles.count, column === "leaked" && hasRows && styles.leaked)}
    >
      {hasRows ? (
        <a
          href={hrefTo({ show: "differences", behind: formatBehind(behind) }, route)}
          tabIndex={stop.tabIndex}
          aria-label={countWords(counts, column, word, own)}
        >
          {text}
        </a>
      ) : (
        text
      )}
    </td>
  );
}

function OfModel(props: JoinLineProps & OfCell<Exclude<JoinColumn, CountColumn>>) {
  const { column, stop, name, word, model, metric, domain } = props;
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  if (column === "gap")
    return (
      <td {...stop.cell()} className={styles.gap}>
        {model !== undefined && domain !== null && (
          <GapPicture model={model} metric={metric} domain={domain} />
        )}
      </td>
    );
  const band = model?.[column][metric];
  return (
    <td {...stop.cell(band !== undefined)} className={styles.score}>
      {band === undefined ? (
        <Waiting />
      ) : (
        <a
          href={hrefTo({ show: "cost", below: name, behind: null }, route)}
          tabIndex={stop.tabIndex}
          aria-label={`${METRIC_TERMS[metric].word} ${COMPARISON_TERMS[column].word} of ${word}: ${formatScore(band.value)}`}
          title={bandTitle(band)}
        >
          {formatScore(band.value)}
        </a>
      )}
    </td>
  );
}

function bandTitle({ low, high }: Band): string {
  return `95 % of resamplings of entities lie from ${formatScore(low)} to ${formatScore(high)}`;
}

/** In the place of a number that is not there yet. */
function Waiting() {
  return <span className={styles.waiting}>–</span>;
}
