import { countOf, formatNumber } from "../../../ui/format-number";
import type { CellsBehind, FeatureCounts, VariantCounts } from "../../../worker/compare/compare-results";
import { shareWords } from "../../train/findings/join-findings";
import styles from "./cost-tables.module.css";

export interface FeatureLeaksProps {
  readonly counts: VariantCounts;
  /** The page of the cells of one feature behind a number. */
  readonly hrefOf: (what: CellsBehind["what"], feature: string) => string;
}

/** What one join does to each feature: cells that leak, that are stale, that are empty. */
export function FeatureLeaks({ counts, hrefOf }: FeatureLeaksProps) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              feature
            </th>
            <th scope="col">leaked</th>
            <th scope="col">share</th>
            <th scope="col">stale</th>
            <th scope="col">empty</th>
          </tr>
        </thead>
        <tbody>
          {counts.features.map((feature) => (
            <tr key={feature.name}>
              <th scope="row" className={styles.name}>
                {feature.name}
              </th>
              <td>
                <LeakedLink
                  feature={feature.name}
                  cells={feature.leaked}
                  href={hrefOf("leaked", feature.name)}
                />
              </td>
              <td>{shareWords(feature.leaked, feature.cells)}</td>
              <td>
                <CountLink what="stale" feature={feature} hrefOf={hrefOf} />
              </td>
              <td>
                <CountLink what="empty" feature={feature} hrefOf={hrefOf} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CountLink(props: {
  readonly what: "stale" | "empty";
  readonly feature: FeatureCounts;
  readonly hrefOf: FeatureLeaksProps["hrefOf"];
}) {
  const { what, feature, hrefOf } = props;
  const cells = feature[what];
  if (cells === 0) return <span className={styles.none}>0</span>;
  return (
    <a href={hrefOf(what, feature.name)} aria-label={`${countOf(cells, `${what} cell`)} of ${feature.name}`}>
      {formatNumber(cells)}
    </a>
  );
}

/** How many cells leak, as a link to them; nothing to follow where none does. */
function LeakedLink({ feature, cells, href }: { feature: string; cells: number; href: string }) {
  if (cells === 0) return <span className={styles.none}>0</span>;
  return (
    <a className={styles.leaked} href={href} aria-label={`${countOf(cells, "leaked cell")} of ${feature}`}>
      {formatNumber(cells)}
    </a>
  );
}

export interface LeakedLinksProps {
  /** A feature that comes several times is told once. */
  readonly features: readonly string[];
  /** How many cells of each leak. */
  readonly leaked: ReadonlyMap<string, number>;
  readonly hrefOf: (feature: string) => string;
}

/** The same of several features, one below the other. */
export function LeakedLinks({ features, leaked, hrefOf }: LeakedLinksProps) {
  return [...new Set(features)].map((feature) => (
    <div key={feature}>
      <LeakedLink feature={feature} cells={leaked.get(feature) ?? 0} href={hrefOf(feature)} />
    </div>
  ));
}
