import type { EntitySlice } from "../../microfs/core";
import { PHASE_TERMS } from "../../terms/phases";
import { type Coordinate, coordinateInRow, stepsPerRow } from "../step/coordinate";
import { reachedPhase } from "../step/step-verdicts";
import { keptSentence, writtenSentence } from "./choice-sentences";
import { entityName, nullKeys } from "./nouns";
import { nullKeySentence, rowWithout } from "./null-key-sentences";
import { foundSentence, rulingSentence } from "./phase-sentences";
import { plainText, type SentencePart, strong, text } from "./sentence-parts";
import { type StepFacts, stepFacts } from "./step-facts";
import { togetherSentence } from "./together-sentence";

/**
 * What happens at a step, in one plain sentence after the words that say where we are. Every count in it is the
 * number of rows with that verdict.
 *
 * @param column - The feature column whose value is named; by default the first that the join writes.
 */
export function sentence(slice: EntitySlice, at: Coordinate, column?: string): SentencePart[] {
  const facts = stepFacts(slice, at, column);
  if (at.together)
    return [strong(`${leadTogether(slice, facts)}.`), text(" "), ...togetherSentence(slice, at)];
  return [
    strong(`${lead(slice, facts)}.`),
    text(" "),
    ...body(facts, reachedPhase(slice, at.join, at) ?? "find_entity"),
  ];
}

/** A whole spine row, step by step, as plain sentences: one per step, the place named once. */
export function transcript(slice: EntitySlice, spineRow: number): string[] {
  return Array.from({ length: stepsPerRow(slice) }, (_, step) => {
    const at = coordinateInRow(slice, spineRow, step);
    const facts = stepFacts(slice, at);
    const said = plainText(body(facts, at.phase));
    return step === 0 ? `${lead(slice, facts)}. ${said}` : said;
  });
}

function body(facts: StepFacts, phase: Coordinate["phase"]): SentencePart[] {
  if (facts.reason === "null_key") return [text(nullKeySentence(phase, facts.join))];
  const verdict = PHASE_TERMS[phase].rulesOut;
  if (verdict !== null) return rulingSentence(verdict, facts);
  if (phase === "find_entity") return foundSentence(facts);
  return phase === "keep_latest" ? keptSentence(facts) : writtenSentence(facts);
}

function lead(slice: EntitySlice, facts: StepFacts): string {
  const missing = nullKeys(slice, facts.join);
  const who = facts.reason === "null_key" && missing.length > 0 ? rowWithout(missing) : facts.entity;
  return leadOf(who, facts);
}

/** Joins may know the spine row by different keys: it is named by all of them, and by what it lacks if that is all. */
function leadTogether(slice: EntitySlice, facts: StepFacts): string {
  const isNameless = slice.entity.length > 0 && slice.entity.every(({ value }) => value === null);
  if (!isNameless) return leadOf(entityName(slice), facts);
  return leadOf(rowWithout(slice.entity.map(({ column }) => column)), facts);
}

function leadOf(who: string, { moment }: StepFacts): string {
  return `${who.charAt(0).toUpperCase()}${who.slice(1)}, as of ${moment}`;
}
