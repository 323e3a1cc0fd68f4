import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import { MODEL_TERMS } from "../../../terms/model";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatDay } from "../../../timeline/words/format-moment";
import { countOf, formatNumber } from "../../../ui/format-number";
import { GlossaryTerm } from "../../terms/glossary-term";
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
  const horizonUs = horizonOf(consequence);
  return (
    <>
      <p className={styles.said}>
        {triedWords(consequence)} {drawnWords(model, word)}
      </p>
      <p className={styles.said}>
        It is tried by <GlossaryTerm of="rolling origins">rolling origins</GlossaryTerm>, with a{" "}
        <GlossaryTerm of={MODEL_TERMS.band.word}>{MODEL_TERMS.band.word}</GlossaryTerm>.{" "}
        {horizonWords(horizonUs)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
      <section className={styles.frame} aria-label="Parts of time" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                tried on, UTC
              </th>
              <th scope="col">rows tried</th>
              <th scope="col">trained on rows {horizonUs > 0n ? "up to" : "before"}</th>
              <th scope="col">rows trained on</th>
            </tr>
          </thead>
          <tbody>
            {splits.map(({ trainBeforeUs, testFromUs, testLastUs, trained, tested }) => (
              <tr key={String(testFromUs)}>
                <th scope="row" className={styles.name}>
                  {daysWords(testFromUs, testLastUs)}
                </th>
                <td>{formatNumber(tested)}</td>
                <td>{formatDay(trainBeforeUs, YEAR)}</td>
                <td>{formatNumber(trained)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** How long after its moment a label is known. */
function horizonOf({ splits: [first] }: Pick<Consequence, "splits">): bigint {
  return first === undefined ? 0n : first.testFromUs - first.trainBeforeUs;
}

/** Which rows a part is predicted from; and why those just before it are not among them. */
export function horizonWords(horizonUs: bigint): string {
  const trained = "Each part is predicted from the rows whose label was known when it began";
  if (horizonUs === 0n) return `${trained}: those before it.`;
  const length = roughDuration(horizonUs);
  return `${trained}. A label is known ${length} after its row’s moment, so that the last ${length} before each part are not learned from.`;
}

/** From one day to another; one day where both are the same. */
export function daysWords(fromUs: bigint, lastUs: bigint): string {
  const [from, last] = [formatDay(fromUs, YEAR), formatDay(lastUs, YEAR)];
  return from === last ? from : `${from} to ${last}`;
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
