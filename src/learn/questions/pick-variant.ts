import { seededRandom, shuffled } from "../../scenario/random";
import type { Answer } from "../progress";

/** A question of a lesson, and how many variants it has. */
export interface QuestionRef {
  /** By its name, the app's own or one that somebody else has made. */
  readonly lesson: string;
  readonly question: string;
  /** See `variantCount`. */
  readonly count: number;
}

/** What of a learner decides which variants they are asked. */
export interface AskedBefore {
  readonly seed: number;
  /** In the order in which they were given. */
  readonly answers: readonly (Pick<Answer, "question" | "variant" | "at"> & { readonly lesson: string })[];
}

/** What a lesson asks with a question: its own case, of which its other parts speak too, or a new one, which it has not shown. */
export type Occasion = "own" | "new";

/**
 * The variant of a question that this learner is asked in its lesson: the one that was answered last on this occasion, else the
 * scenario as it stands, or for a new case the one that the learner's seed picks. The two occasions never ask the same variant,
 * where there are two.
 */
export function pickVariant(progress: AskedBefore, ref: QuestionRef, occasion: Occasion): number {
  const variants = variantsOn(progress.seed, ref, occasion);
  const last = progress.answers.findLast(
    (one) => isOf(one, ref) && one.at === "lesson" && variants.includes(one.variant),
  );
  return last?.variant ?? variants[0] ?? 0;
}

/** Another variant for another try on the same occasion; `null` where there is none. */
export function pickAnother(
  progress: AskedBefore,
  ref: QuestionRef,
  occasion: Occasion,
  than: number,
): number | null {
  const variants = variantsOn(progress.seed, ref, occasion);
  const next = variants[(variants.indexOf(than) + 1) % variants.length] ?? than;
  return next === than ? null : next;
}

/** The variant for a review: one that was not asked before, else the one that was asked longest ago. */
export function pickReviewVariant(progress: AskedBefore, ref: QuestionRef): number {
  const order = seededOrder(progress.seed, ref);
  const asked = progress.answers.filter((one) => isOf(one, ref)).map(({ variant }) => variant);
  const longestAgo = asked.find((variant, i) => order.includes(variant) && !asked.includes(variant, i + 1));
  return order.findLast((variant) => !asked.includes(variant)) ?? longestAgo ?? 0;
}

/**
 * Every second of the learner's order for each occasion: a new case was not asked before, and another try finds another case. The
 * scenario as it stands comes first: the parts around the question show it.
 */
function variantsOn(seed: number, ref: QuestionRef, occasion: Occasion): number[] {
  const order = [0, ...seededOrder(seed, ref).filter((variant) => variant !== 0)];
  const mine = order.filter((_, i) => i % 2 === (occasion === "own" ? 0 : 1));
  return mine.length > 0 ? mine : order;
}

function seededOrder(seed: number, { lesson, question, count }: QuestionRef): number[] {
  const random = seededRandom(seed, hashOf(`${lesson}/${question}`));
  return [...shuffled(count, random)];
}

/** FNV-1a, 32 bits: a stream of chance for each question. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

function isOf(
  one: { readonly lesson: string; readonly question: string },
  { lesson, question }: QuestionRef,
): boolean {
  return one.lesson === lesson && one.question === question;
}
