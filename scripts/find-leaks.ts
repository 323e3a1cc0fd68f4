/**
 * Writes docs/findings.md: what each wrong join gains offline and keeps in production, on real tables.
 *
 *     npm run findings             # all of it, about a minute
 *     npm run findings -- stocks   # one training set, to the screen
 */
import { writeFileSync } from "node:fs";
import { consequence } from "../src/compare/model/consequence";
import type { Consequence } from "../src/compare/model/model-results";
import { variantsOf } from "../src/compare/variant";
import { findingsOf, pageOf } from "./findings/page";
import { comparedData, REAL_DATA, storeOf } from "./findings/training-sets";

const REQUEST = { label: null, features: null, folds: 4, seed: 1 };
const [wanted] = process.argv.slice(2);

const sections: string[] = [];
const results: Consequence[] = [];
for (const [name, make] of Object.entries(REAL_DATA)) {
  if (wanted !== undefined && wanted !== name) continue;
  const data = await make();
  const store = await storeOf(data);
  const training = await store.getTrainingData(data.view.name);
  const compared = await comparedData(store, data);
  const work = consequence(compared, variantsOf(compared.joins.map(({ join }) => join.rule)), REQUEST);
  let step = work.next();
  while (step.done !== true) step = work.next();
  if ("kind" in step.value) throw new Error(`${name}: ${JSON.stringify(step.value)}`);
  results.push(step.value);
  sections.push(findingsOf(data, training, step.value));
  console.log(sections.at(-1));
  await store.clear();
}
if (wanted === undefined)
  writeFileSync(new URL("../docs/findings.md", import.meta.url), pageOf(sections, results));
