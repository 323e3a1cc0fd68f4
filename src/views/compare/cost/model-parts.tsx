import type { Consequence } from "../../../compare/model/model-results";
import type { VariantName } from "../../../terms/variants";
import { classNames } from "../../../ui/class-names";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { bandWords, METRIC_TERMS } from "../scores";
import { Calibration } from "./calibration";
import { Coefficients } from "./coefficients";
import styles from "./cost-page.module.css";
import tables from "./cost-tables.module.css";
import { HowTried } from "./how-tried";
import { RelianceTable } from "./reliance-table";

export interface ModelPartsProps {
  readonly consequence: Consequence;
  /** Whether the next are on their way. */
  readonly isTraining: boolean;
  readonly counts: VariantCounts;
  readonly word: (name: VariantName) => string;
  /** The page of a feature's leaked cells. */
  readonly hrefOf: (feature: string) => string;
}

/** What is known of the model of one join: its scores, what it leans on, how sure it is, and how it was tried. */
export function ModelParts({ consequence, isTraining, counts, word, hrefOf }: ModelPartsProps) {
  const part = classNames(styles.part, isTraining && styles.before);
  const [reference] = consequence.variants;
  const model = consequence.variants.find(({ name }) => name === counts.name) ?? reference;
  if (model === undefined || reference === undefined) return null;
  const name = word(model.name);
  const both = { chosen: model, reference, counts, word: name, referenceWord: word(reference.name), hrefOf };
  const hasCalibration = model.calibration.offline.length > 0;
  return (
    <>
      <section className={part} aria-busy={isTraining}>
        <h2>
          What the model leans on · {name}
          {model !== reference && ` beside ${word(reference.name)}`}
        </h2>
        <RelianceTable {...both} metric={consequence.metrics[0] ?? "auc"} />
        <h3 className={tables.heading}>Its weights</h3>
        <Coefficients key={model.name} {...both} />
      </section>
      <div className={styles.stack}>
        {hasCalibration && (
          <section className={part} aria-busy={isTraining}>
            <h2>What was predicted, and what came · {name}</h2>
            <Calibration calibration={model.calibration} />
          </section>
        )}
        <section className={part} aria-busy={isTraining}>
          <h2>How they were tried</h2>
          <HowTried consequence={consequence} model={model} word={name} />
          <div className={tables.frame}>
            <table className={tables.table}>
              <thead>
                <tr>
                  <th scope="col" className={tables.name}>
                    {name}
                  </th>
                  <th scope="col">offline</th>
                  <th scope="col">in production</th>
                </tr>
              </thead>
              <tbody>
                {consequence.metrics.map((metric) => {
                  const { offline, production } = model;
                  return (
                    <tr key={metric}>
                      <th scope="row" className={tables.name}>
                        <GlossaryTerm of={METRIC_TERMS[metric].word}>
                          {METRIC_TERMS[metric].word}
                        </GlossaryTerm>
                      </th>
                      <td>{offline[metric] ? bandWords(offline[metric]) : "–"}</td>
                      <td>{production[metric] ? bandWords(production[metric]) : "–"}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </>
  );
}
