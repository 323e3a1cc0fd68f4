import type { Band, Consequence, MetricName, VariantModel } from "../../src/compare/model/model-results";
import type { RandomSplit } from "../../src/compare/model/random-split";
import type { TrainingSet } from "../../src/microfs";
import { VARIANT_TERMS } from "../../src/terms/variants";
import { textOf } from "./claim";
import type { RealData } from "./real-data";
import { RANDOM_SPLITS, SUMMARY } from "./summary";

/** One training set's part of the page: where it is from, how it was made, and what came of it. */
export function findingsOf(data: RealData, training: TrainingSet, result: Consequence): string {
  const groups = data.groups.map(({ name, rows }) => `${name} ${count(rows.length)}`).join(", ");
  const sources = data.sources.map(
    ({ file, from, licence }) => `\`${file}\`, from: ${from}. Licence: ${licence}.`,
  );
  const empty = training.joins.map(
    ({ fgName, index }) => `${fgName} ${percent(index.filter((row) => row < 0).length / index.length)}`,
  );
  const { used, of } = result.spineRows;
  const rows =
    used < of ? `${count(used)} of ${count(of)} spine rows, drawn at random` : `${count(of)} spine rows`;
  const blocks = result.splits
    .map(({ trained, tested }) => `${count(trained)} → ${count(tested)}`)
    .join(", ");
  const by = result.bands.by === "entities" ? "entities" : "stretches of time, as there are so few entities";
  return [
    `## ${data.title}`,
    "",
    data.question,
    "",
    `- **Source.** ${sources.join(" ")}`,
    `- **Times.** ${data.times}`,
    `- **Rows.** ${groups}. Cells left empty by the view’s own join: ${empty.join(", ")}.`,
    `- **Tried on** ${rows} of ${count(result.entities)} entities; ${result.positive === null ? `mean ${result.baseRate.toFixed(2)}` : `${percent(result.baseRate)} say yes`}. Trained → tried, by rolling origin: ${blocks}. Bands from ${result.bands.count} ${by}.`,
    "",
    tableOf(result),
    "",
    ...(result.noSignal
      ? [
          "**Even the view’s own join is no better than chance** beyond its band: there is nothing here to lose.",
          "",
        ]
      : []),
    textOf(data.found, result),
  ].join("\n");
}

const METRIC_WORDS: Readonly<Record<MetricName, string>> = {
  auc: "AUC",
  log_loss: "log-loss",
  r2: "R²",
  mae: "mean absolute error",
};

function tableOf({ variants, metrics: [metric = "auc"] }: Consequence): string {
  return [
    `| join | ${METRIC_WORDS[metric]} offline | in production | gap | over the own join, offline | in production | |`,
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...variants.map((variant) => {
      const { name, offline, production, gap, overReference } = variant;
      const over = overReference
        ? `${signed(overReference.offline)} | ${signed(overReference.production)}`
        : "– | –";
      return `| ${VARIANT_TERMS[name].word} | ${plain(offline[metric])} | ${plain(production[metric])} | ${signed(gap)} | ${over} | ${verdictOf(variant)} |`;
    }),
  ].join("\n");
}

/** What a line says beyond its bands; nothing where it says nothing. */
function verdictOf({ gap, overReference }: VariantModel): string {
  if (overReference === null) return "";
  const words = [
    overReference.offline.low > 0 ? "shines" : overReference.offline.high < 0 ? "looks worse" : "",
    gap.low > 0 ? "does not keep it" : "",
    overReference.production.high < 0 ? "**costs**" : overReference.production.low > 0 ? "**better**" : "",
  ].filter((word) => word !== "");
  return words.length === 0 ? "harmless" : words.join(", ");
}

function plain(band: Band | undefined): string {
  return band === undefined ? "–" : `${three(band.value)} (${three(band.low)}–${three(band.high)})`;
}

function signed({ value, low, high }: Band): string {
  return low === 0 && high === 0 ? "0" : `${sign(value)} (${sign(low)} to ${sign(high)})`;
}

const three = (number: number) => number.toFixed(3).replace("-", "−");
const sign = (number: number) => `${number < 0 ? "−" : "+"}${three(Math.abs(number))}`;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const count = (number: number) => number.toLocaleString("en-US");

/** What is known of one training set. */
export interface Section {
  readonly data: RealData;
  readonly text: string;
  readonly result: Consequence;
  readonly random: RandomSplit;
}

/** The whole page. */
export function pageOf(sections: readonly Section[]): string {
  const results = sections.map(({ result }) => result);
  const { folds, seed } = results[0]?.request ?? { folds: 0, seed: 0 };
  return `# Findings: what wrong joins gain and keep, on real tables

Made by \`npm run findings\` from tables of [vega-datasets](https://github.com/vega/vega-datasets), which is installed for
tests alone; nothing of it is in the app. The numbers are as they came out. The sentences were written by somebody who read
them, and each is checked against them: where one is no longer so, the script refuses to write the page.

**How to read a table.** For each join one logistic regression (of a number a ridge regression) is trained on the table that the
join makes, and tried on later rows of that table: *offline*. The same model is then served what was known at each of those
moments, the as-of values: *in production*. It is split by time: the later half is cut into ${folds} blocks, each predicted from
all whose labels were known when it began, and the scores are means over the blocks. In brackets the middle 95 % of 200
resamplings of entities (seed ${seed}); two joins are resampled as one, so that their difference has a band of its own. What a
model happened to be trained on is not resampled. *Shines* and *costs* are said beyond the band alone, offline and in
production; *harmless* is what differs in neither.

## All of them together

${SUMMARY.map((claim) => textOf([claim], results)).join("\n")}

**What this does not show.** One kind of model, few features, and events as they were recorded by others: when a row became known is in
none of these files, and was taken from what they are. Bands do not know that all airports share a storm, or all stocks a crash.

## Does a random split flatter?

The same model with the view’s own join, its rows halved at random twenty times: trained on one half, tried on the other. The mean and
range of those, beside the split by time and its band. The latter learns from a half of the rows and more, so that not all of a difference
is the split’s.

| | | split by time | at random |
| --- | --- | --- | --- |
${sections.map(splitLine).join("\n")}

${textOf(RANDOM_SPLITS, sections)}

${sections.map(({ text }) => text).join("\n\n")}
`;
}

function splitLine({ data, result, random }: Section): string {
  const [metric = "auc"] = result.metrics;
  return `| ${data.title} | ${METRIC_WORDS[metric]} | ${plain(result.variants[0]?.production[metric])} | ${plain({ ...random, value: random.mean })} |`;
}
