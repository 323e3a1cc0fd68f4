import { COMPARISON_TERMS } from "./comparison";
import { DIRECTION_TERMS } from "./directions";
import { MODEL_TERMS } from "./model";
import { type GlossaryEntry, OPENING_TERMS } from "./opening-terms";
import { PICTURE_ELEMENT_TERMS } from "./picture-elements";
import { REASON_TERMS } from "./reasons";
import { VARIANT_TERMS } from "./variants";
import { VERDICT_TERMS } from "./verdicts";

/** The terms that stand for themselves; those of verdicts, reasons and directions are in their tables. */
const FIELD_TERMS: readonly GlossaryEntry[] = [
  ...OPENING_TERMS,
  {
    term: "point-in-time correct",
    text: "A training row contains only what was known at that row's moment.",
  },
  { term: "entity", text: "Whom or what a fact is about: a user, an account. Known by its key." },
  { term: "feature group", text: "A table of facts about entities, each with its event time." },
  { term: "feature view", text: "The label's table and the joins that make a training set of it." },
  { term: "spine", text: "The rows to predict: an entity, a moment, and the label." },
  { term: "event time", text: "When something happened." },
  { term: "created time", text: "When the store heard of it." },
  { term: "delay", text: "How long after its clock a row can first be used." },
  { term: "TTL", text: "How old a row may be at the moment of the prediction, its edge included." },
  {
    term: "known at",
    text: "The moment from which on a row can be used: it has happened, and its clock, delay included, says so.",
  },
  {
    term: "tie",
    text: "Several rows that are equally good; the one known last, then the one inserted last, wins.",
  },
  {
    term: "late row",
    text: "A row that had happened by the moment of the prediction and became known only after it.",
  },
  { term: "offline store", text: "The history of every entity, for training." },
  { term: "online store", text: "The latest row of every entity, for serving." },
  { term: "materialize", text: "Copy the latest rows from the offline store to the online store." },
];

/** All terms, by groups as they are learnt. */
export const GLOSSARY: readonly { readonly title: string; readonly entries: readonly GlossaryEntry[] }[] = [
  { title: "Feature stores", entries: FIELD_TERMS },
  { title: "Verdicts of a candidate row", entries: entriesOf(VERDICT_TERMS) },
  { title: "Reasons of a cell", entries: entriesOf(REASON_TERMS) },
  {
    title: "Directions of a join",
    entries: Object.entries(DIRECTION_TERMS).map(([term, { glossary }]) => ({ term, text: glossary })),
  },
  { title: "Joins that are compared", entries: entriesOf(VARIANT_TERMS) },
  { title: "What a comparison counts", entries: entriesOf(COMPARISON_TERMS) },
  { title: "The models of a comparison", entries: entriesOf(MODEL_TERMS) },
  {
    title: "Parts of the picture",
    entries: Object.values(PICTURE_ELEMENT_TERMS).map(({ word, text }) => ({ term: word, text })),
  },
];

function entriesOf(
  terms: Readonly<Record<string, { readonly word: string; readonly glossary: string }>>,
): GlossaryEntry[] {
  return Object.values(terms).map(({ word, glossary }) => ({ term: word, text: glossary }));
}
