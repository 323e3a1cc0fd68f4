/**
 * Writes docs/findings.md: what each wrong join gains offline and keeps in production, on real tables.
 *
 *     npm run findings             # all of it, about a minute
 *     npm run findings -- stocks   # one training set, to the screen
 */
import { writeFileSync } from "node:fs";
import { consequence } from "../../src/compare/model/consequence";
import { randomSplit } from "../../src/compare/model/random-split";
import { toEnd } from "../../src/compare/testing/to-end";
import { variantsOf } from "../../src/compare/variant";
import { findingsOf, pageOf, type Section } from "./page";
import { comparedData, REAL_DATA, storeOf } from "./training-sets";

const REQUEST = { label: null, features: null, folds: 4, seed: 1 };
const [wanted] = process.argv.slice(2);

const sections: Section[] = [];
for (const [name, make] of Object.entries(REAL_DATA)) {
  if (wanted !== undefined && wanted !== name) continue;
  const data = await make();
  const store = await storeOf(data);
  const training = await store.getTrainingData(data.view.name);
  const compared = await comparedData(store, data);
  const variants = variantsOf(compared.joins.map(({ join }) => join.rule));
  const result = toEnd(consequence(compared, variants, REQUEST));
  if ("kind" in result) throw new Error(`${name}: ${JSON.stringify(result)}`);
  const random = toEnd(randomSplit(compared, REQUEST));
  if ("kind" in random) throw new Error(`${name}: ${JSON.stringify(random)}`);
  const text = findingsOf(data, training, result);
  console.log(text);
  sections.push({ data, text, result, random });
  await store.clear();
}
if (wanted === undefined) writeFileSync(new URL("../../docs/findings.md", import.meta.url), pageOf(sections));
