import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import { formatDay } from "../../../timeline/words/format-moment";
import { countOf, formatNumber } from "../../../ui/format-number";
import { formatScore } from "../scores";
import styles from "./cost-tables.module.css";

const YEAR = { year: true };

/** On which rows the models were trained and tried: the whole of what their numbers stand on. */
export function HowTried(props: {
  readonly consequence: Consequence;
  readonly model: VariantModel;
  readonly word: string;
}) {
  const { consequence, model, word } = props;
  const { splits } = consequence;
  return (
    <>
      <p className={styles.said}>
        {triedWords(consequence)} {drawnWords(model, word)}
      </p>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                tried on, UTC
              </th>
              <th scope="col">rows tried</th>
              <th scope="col">trained on all before</th>
              <th scope="col">rows of it</th>
            </tr>
          </thead>
          <tbody>
            {splits.map(({ trainBeforeUs, testFromUs, testToUs, trained, tested }) => (
              <tr key={String(testFromUs)}>
                <th scope="row" className={styles.name}>
                  {formatDay(testFromUs, YEAR)} to {formatDay(testToUs, YEAR)}
                </th>
                <td>{formatNumber(tested)}</td>
                <td>{formatDay(trainBeforeUs, YEAR)}</td>
                <td>{formatNumber(trained)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const BANDS: Readonly<Record<Consequence["bands"]["by"], string>> = {
  entities: "The bands come from drawing entities again, each with all its rows.",
  stretches: "There are too few entities for bands of them: these come from drawing stretches of time again.",
};

/** That a table was too large to be learned from whole; nothing where it was not. */
export function drawnWords({ rows: { used, of } }: VariantModel, word: string): string {
  if (used >= of) return "";
  return `Of the ${countOf(of, "row")} of ${word}, ${formatNumber(used)} are drawn.`;
}

/** What the models are, and what of the rows they saw. */
export function triedWords(consequence: Consequence): string {
  const { label, task, positive, features, spineRows, entities, baseRate, request, bands } = consequence;
  const model =
    task === "class"
      ? `Logistic regression predicts ${label}${positive === null ? "" : ` = ${positive}`}, true of ${formatNumber(100 * baseRate, { decimals: 1 })}\u00a0% of rows,`
      : `Ridge regression predicts ${label}, ${formatScore(baseRate)} on average,`;
  const rows =
    spineRows.used < spineRows.of
      ? `${formatNumber(spineRows.used)} of ${countOf(spineRows.of, "row")}, drawn by seed ${request.seed},`
      : countOf(spineRows.used, "row");
  return (
    `${model} from ${countOf(features.length, "feature")}. It sees ${rows} of ${countOf(entities, "entity", "entities")}. ` +
    `Offline it is tried on rows of its own join, in production on what was known. ${BANDS[bands.by]}`
  );
}
