import { actsOf } from "./frames";
import type { PreparedStep } from "./prepare-step";
import { storyWords } from "./story";

/** Minutes: how long a class holds up its cards or hands until they are counted, and how long neighbours talk at the least. */
const VOTE = 1;
const TALK = 1;
/** How long one screen stands at the least, and how many words are said in a minute to a class. */
const SCREEN = 4 / 60;
const WORDS_A_MINUTE = 130;

/**
 * How many minutes a step needs at the least: its votes, the talk between them, its screens, and the words of its story and its
 * notes, which are said or thought of. An estimate, for a plan that cannot be kept to be told from one that can.
 */
export function neededMinutes({ step, picture, story }: PreparedStep): number {
  const acts = actsOf({ step, slice: picture?.slice ?? null, hasStory: story !== null });
  const of = (kind: (typeof acts)[number]["kind"]) => acts.filter((act) => act.kind === kind).length;
  const notes = (step.notes ?? "").split(/\s+/).filter((word) => word !== "").length;
  const words = notes + (story === null ? 0 : storyWords(story));
  return of("vote") * VOTE + of("talk") * TALK + acts.length * SCREEN + words / WORDS_A_MINUTE;
}
