import type { MetricName, Reliance, VariantModel } from "../../../compare/model/model-results";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { formatScore, METRIC_TERMS } from "../scores";
import styles from "./cost-tables.module.css";
import { LeakedLinks } from "./feature-leaks";

export interface RelianceTableProps {
  readonly chosen: VariantModel;
  readonly reference: VariantModel;
  readonly counts: VariantCounts;
  readonly metric: MetricName;
  /** What the two are called. */
  readonly word: string;
  readonly referenceWord: string;
  /** The page of a feature's leaked cells. */
  readonly hrefOf: (feature: string) => string;
}

/** What a model's score loses where it does not see a feature: what it leans on, whatever the weights are. */
export function RelianceTable(props: RelianceTableProps) {
  const { chosen, reference, counts, metric, word, referenceWord, hrefOf } = props;
  const isReference = chosen.name === reference.name;
  const score = METRIC_TERMS[metric].word;
  const ofReference = new Map(reference.reliance.map((one) => [listOf(one.features), one]));
  const leaked = new Map(counts.features.map((feature) => [feature.name, feature.leaked]));
  return (
    <>
      <p className={styles.said}>{relianceWords(chosen.reliance, score, word)}</p>
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption className={styles.caption}>
            {score} that is lost where a feature is blanked, at its mean in training; those that are missing
            together, together
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                feature
              </th>
              <th scope="col">{word} offline</th>
              <th scope="col">in production</th>
              {!isReference && <th scope="col">{referenceWord}</th>}
              <th scope="col">leaked cells</th>
            </tr>
          </thead>
          <tbody>
            {chosen.reliance.map(({ features, offline, production }) => (
              <tr key={listOf(features)}>
                <th scope="row" className={styles.name}>
                  {features.map((feature) => (
                    <div key={feature}>{feature}</div>
                  ))}
                </th>
                <td>{formatScore(offline)}</td>
                <td>{formatScore(production)}</td>
                {!isReference && <td>{lossOf(ofReference.get(listOf(features)))}</td>}
                <td>
                  <LeakedLinks features={features} leaked={leaked} hrefOf={hrefOf} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function listOf(features: readonly string[]): string {
  return features.join(" and ");
}

function lossOf(reliance: Reliance | undefined): string {
  return reliance === undefined ? "–" : formatScore(reliance.offline);
}

/** The feature that a model is worst off without, if it is worse off without one. */
export function relianceWords([most]: readonly Reliance[], score: string, word: string): string {
  if (most === undefined) return "The model has no inputs.";
  const { features, offline, production } = most;
  if (!(offline >= 0.0005)) return `${word}’s model is no worse where any one feature is blanked.`;
  const lost = `${word}’s model leans most on ${listOf(features)}: with ${features.length === 1 ? "it" : "them"} blanked it loses ${formatScore(offline)} ${score} offline`;
  return production >= 0.0005
    ? `${lost} and ${formatScore(production)} in production.`
    : `${lost} and nothing in production.`;
}
