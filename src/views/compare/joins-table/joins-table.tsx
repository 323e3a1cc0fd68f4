import { useId } from "react";
import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import type { ViewVariant } from "../../../compare/variant";
import { formatBehind } from "../../../state/compare/behind";
import { useApp, useHref } from "../../../state/use-app";
import { VARIANT_TERMS, type VariantName } from "../../../terms/variants";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { classNames } from "../../../ui/class-names";
import { formatNumber } from "../../../ui/format-number";
import type {
  CellsBehind,
  CompareProgress,
  CompareSummary,
  VariantCounts,
} from "../../../worker/compare/compare-results";
import { formatScore, METRIC_TERMS, type ScoreAxis, scoreAxis } from "../scores";
import { GapPicture } from "./gap-picture";
import styles from "./joins-table.module.css";

export type ComparedPlace = "above" | "below";

export interface JoinsTableProps {
  /** The joins compared, in the order of the menu. */
  readonly menu: readonly ViewVariant[];
  readonly word: (name: VariantName) => string;
  readonly above: VariantName;
  readonly below: VariantName;
  readonly onChoose: (place: ComparedPlace, name: VariantName) => void;
  /** What was counted; `null` while nothing was yet. */
  readonly summary: CompareSummary | null;
  /** What the models say; `null` while there is nothing, or nothing can be learned. */
  readonly consequence: Consequence | null;
  /** While models are being trained: how far that is, `null` before the first word of it. Else `undefined`. */
  readonly training: CompareProgress | null | undefined;
}

/** The joins compared, one a line: which two are looked at, what each does to the training set, and what a model makes of it. */
export function JoinsTable(props: JoinsTableProps) {
  const { menu, word, summary, consequence, training } = props;
  const metric = consequence?.metrics[0] ?? "auc";
  const domain = consequence && scoreAxis(consequence);
  const counts = new Map(summary?.variants.map((one) => [one.name, one]));
  const models = new Map(consequence?.variants.map((one) => [one.name, one]));
  const score = METRIC_TERMS[metric].word;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <section className={styles.frame} aria-label="The joins compared" tabIndex={0}>
      <table className={styles.table} aria-busy={summary === null || training !== undefined}>
        <thead>
          <tr>
            <th scope="col" className={styles.choice}>
              above
            </th>
            <th scope="col" className={styles.choice}>
              below
            </th>
            <th scope="col" className={styles.join}>
              join
            </th>
            <th scope="col" className={styles.other}>
              cells other than {word("own")}
            </th>
            <th scope="col">leaked</th>
            <th scope="col">stale</th>
            <th scope="col">empty</th>
            <th scope="col">rows</th>
            <th scope="col" title="How long after the moment of the prediction a leaked value was known">
              median peek
            </th>
            <th scope="col" className={styles.score}>
              <Ring /> {score} offline
            </th>
            <th scope="col" className={styles.gap}>
              <GapHead domain={domain} training={training} />
            </th>
            <th scope="col" className={styles.score}>
              <Disc /> {score} in production
            </th>
          </tr>
        </thead>
        <tbody>
          {menu.map(({ name }) => (
            <JoinRow
              key={name}
              {...props}
              name={name}
              counts={counts.get(name)}
              model={models.get(name)}
              metric={metric}
              domain={domain}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface JoinRowProps extends JoinsTableProps {
  readonly name: VariantName;
  readonly counts: VariantCounts | undefined;
  readonly model: VariantModel | undefined;
  readonly metric: "auc" | "log_loss" | "r2" | "mae";
  readonly domain: ScoreAxis | null;
}

function JoinRow({ name, counts, model, metric, domain, above, below, word, onChoose }: JoinRowProps) {
  const id = useId();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const hrefBehind = (what: CellsBehind["what"]) =>
    hrefTo(
      { show: "differences", behind: formatBehind({ variant: name, what, feature: null, peekUs: null }) },
      route,
    );
  const hrefCost = hrefTo({ show: "cost", below: name, behind: null }, route);
  const places: readonly [ComparedPlace, VariantName][] = [
    ["above", above],
    ["below", below],
  ];
  const offline = model?.offline[metric];
  const production = model?.production[metric];
  return (
    <tr data-chosen={name === above || name === below || undefined}>
      {places.map(([place, chosen]) => (
        <td key={place} className={styles.choice}>
          <input
            type="radio"
            name={`joins-${place}`}
            aria-label={`${word(name)} ${place}`}
            checked={name === chosen}
            onChange={() => onChoose(place, name)}
          />
        </td>
      ))}
      <th scope="row" id={id} className={styles.join} title={VARIANT_TERMS[name].glossary}>
        {word(name)}
      </th>
      <Count value={counts?.other} href={hrefBehind("other")} />
      <Count value={counts?.leaked} href={hrefBehind("leaked")} isLeak />
      <Count value={counts?.stale} href={hrefBehind("stale")} />
      <Count value={counts?.empty} href={hrefBehind("empty")} />
      <Count
        value={counts?.rows}
        href={counts !== undefined && counts.multipliedRows > 0 ? hrefBehind("multiplied") : null}
      />
      <td className={styles.number}>
        {counts === undefined ? (
          <Waiting />
        ) : counts.medianPeekUs === null ? (
          "–"
        ) : (
          <a href={hrefBehind("leaked")}>{roughDuration(BigInt(Math.round(counts.medianPeekUs)))}</a>
        )}
      </td>
      <Score band={offline} href={hrefCost} />
      <td className={styles.gap}>
        {model !== undefined && domain !== null && (
          <GapPicture model={model} metric={metric} domain={domain} />
        )}
      </td>
      <Score band={production} href={hrefCost} />
    </tr>
  );
}

interface CountProps {
  /** `undefined` while it is being counted. */
  readonly value: number | undefined;
  /** Where the rows behind it are; `null` where there are none to show. */
  readonly href: string | null;
  readonly isLeak?: boolean;
}

function Count({ value, href, isLeak = false }: CountProps) {
  if (value === undefined)
    return (
      <td className={styles.number}>
        <Waiting />
      </td>
    );
  const text = formatNumber(value);
  return (
    <td className={classNames(styles.number, isLeak && value > 0 && styles.leaked)}>
      {value === 0 || href === null ? text : <a href={href}>{text}</a>}
    </td>
  );
}

interface ScoreProps {
  readonly band: { readonly value: number; readonly low: number; readonly high: number } | undefined;
  readonly href: string;
}

function Score({ band, href }: ScoreProps) {
  if (band === undefined)
    return (
      <td className={styles.number}>
        <Waiting />
      </td>
    );
  const range = `95 % of resamplings of entities lie from ${formatScore(band.low)} to ${formatScore(band.high)}`;
  return (
    <td className={styles.number}>
      <a href={href} title={range}>
        {formatScore(band.value)}
      </a>
    </td>
  );
}

/** In the place of a number that is not there yet. */
function Waiting() {
  return <span className={styles.waiting}>–</span>;
}

/** The ends of the axis; while the models are being trained, how far that is. Of one height either way. */
function GapHead({
  domain,
  training,
}: {
  readonly domain: ScoreAxis | null;
  readonly training: CompareProgress | null | undefined;
}) {
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

function Ring() {
  return (
    <svg className={styles.sign} viewBox="0 0 10 10" aria-hidden data-ring>
      <circle cx={5} cy={5} r={4} />
    </svg>
  );
}

function Disc() {
  return (
    <svg className={styles.sign} viewBox="0 0 10 10" aria-hidden>
      <circle cx={5} cy={5} r={4.5} />
    </svg>
  );
}
