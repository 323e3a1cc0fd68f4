import type { Band, MetricName, VariantModel } from "../../../compare/model/model-results";
import { formatBehind } from "../../../state/compare/behind";
import { useApp, useHref } from "../../../state/use-app";
import { VARIANT_TERMS, type VariantName } from "../../../terms/variants";
import { classNames } from "../../../ui/class-names";
import { Term } from "../../../ui/term";
import type { CellsBehind, VariantCounts } from "../../../worker/compare/compare-results";
import { formatScore, type ScoreAxis } from "../scores";
import { GapPicture } from "./gap-picture";
import styles from "./joins-table.module.css";
import { type CountColumn, countText, isCount } from "./line-cells";
import type { ComparedPlace, JoinColumn } from "./table-columns";

export interface JoinLineProps {
  readonly name: VariantName;
  readonly word: string;
  readonly columns: readonly JoinColumn[];
  /** Which joins are looked at, and where. */
  readonly places: readonly (readonly [ComparedPlace, VariantName])[];
  /** Names the radios that go together. */
  readonly radios: string;
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
  const { name, word, columns, places, radios, onChoose, stuckRem } = props;
  return (
    <tr data-chosen={places.some(([, chosen]) => chosen === name) || undefined}>
      {places.map(([place, chosen], i) => (
        <td key={place} className={styles.choice} style={{ insetInlineStart: `${i * stuckRem}rem` }}>
          <input
            type="radio"
            name={`${radios}-${place}`}
            aria-label={`${word} ${place}`}
            checked={name === chosen}
            onChange={() => onChoose(place, name)}
          />
        </td>
      ))}
      <th scope="row" className={styles.join} style={{ insetInlineStart: `${places.length * stuckRem}rem` }}>
        <Term text={VARIANT_TERMS[name].glossary}>{word}</Term>
      </th>
      {columns.map((column) =>
        isCount(column) ? (
          <Count key={column} column={column} {...props} />
        ) : (
          <OfModel key={column} column={column} {...props} />
        ),
      )}
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

function Count({ column, name, counts }: JoinLineProps & { readonly column: CountColumn }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  if (counts === undefined)
    return (
      <td className={styles.count}>
        <Waiting />
      </td>
    );
  const value = column === "peek" ? counts.medianPeekUs : counts[column];
  const hasRows = column === "rows" ? counts.multipliedRows > 0 : value !== null && value > 0;
  const behind = { variant: name, what: BEHIND[column], feature: null, peekUs: null };
  const text = countText(counts, column) ?? "–";
  return (
    <td className={classNames(styles.count, column === "leaked" && hasRows && styles.leaked)}>
      {hasRows ? (
        <a href={hrefTo({ show: "differences", behind: formatBehind(behind) }, route)}>{text}</a>
      ) : (
        text
      )}
    </td>
  );
}

function OfModel({
  column,
  name,
  model,
  metric,
  domain,
}: JoinLineProps & { readonly column: Exclude<JoinColumn, CountColumn> }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  if (column === "gap")
    return (
      <td className={styles.gap}>
        {model !== undefined && domain !== null && (
          <GapPicture model={model} metric={metric} domain={domain} />
        )}
      </td>
    );
  const band = model?.[column][metric];
  return (
    <td className={styles.score}>
      {band === undefined ? (
        <Waiting />
      ) : (
        <a href={hrefTo({ show: "cost", below: name, behind: null }, route)} title={bandTitle(band)}>
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
