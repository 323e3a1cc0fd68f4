import { explainSlice, joinSlice, NO_MATCH } from "../../microfs/core";
import { type Random, seededRandom } from "../../scenario/random";
import type { Scenario } from "../../scenario/scenario";
import type { Lesson, Question } from "../lesson";
import { type Asked, ask, optionOf } from "../questions/ask";
import type { BeliefName } from "../questions/beliefs";
import { leakingJoins } from "../questions/whole-table";
import { type CasePlan, planScenario } from "./case-plan";
import { MISCONCEPTION_TABLE, MISCONCEPTIONS, type Misconception } from "./misconceptions";
import { RECIPES, type Recipe } from "./recipes";
import { STORIES, type Story } from "./stories";

/** A question that was made, with its key from the engine. */
export interface PracticeItem {
  readonly misconception: Misconception;
  /** Whoever believes this answers otherwise than the engine. */
  readonly belief: BeliefName;
  /** The id of what they answer. */
  readonly believed: string;
  readonly story: Story;
  readonly plan: CasePlan;
  /** The question and its scenario, as a lesson has them: what is said of a lesson's can be said of this. */
  readonly lesson: Lesson;
  readonly asked: Asked;
}

/** No case has more events than these, training rows among them. */
export const MOST_EVENTS = 8;
/** Cases that are drawn of one size before the next: enough that a size is passed over only where nothing of it is found. */
const DRAWS_OF_A_SIZE = 400;

const QUESTION = "asked";

/**
 * Makes a question in which a misconception and the truth give different answers, the smallest that is found: cases are drawn by
 * chance, from few events upward, until one tells the two apart. The same for the same seed. Most take a few milliseconds.
 *
 * @param seed - Any whole number.
 * @throws RangeError where no case of up to {@link MOST_EVENTS} events was found. A test tries many seeds.
 */
export function practiceItem(misconception: Misconception, seed: number): PracticeItem {
  const random = seededRandom(seed, MISCONCEPTIONS.indexOf(misconception) + 1);
  const belief = random.pick(MISCONCEPTION_TABLE[misconception].beliefs);
  const story = random.pick(STORIES);
  const recipe = RECIPES[belief];
  if (recipe === undefined) throw new RangeError(`no case can be drawn for ${belief}`);
  for (let numEvents = recipe.least; numEvents <= MOST_EVENTS; numEvents++)
    for (let draw = 0; draw < DRAWS_OF_A_SIZE; draw++) {
      const plan = recipe.draw(random, numEvents);
      const found = tellsApart(plan, recipe, belief, story, random);
      if (found !== null) return { misconception, belief, story, plan, ...found };
    }
  throw new RangeError(`no case of up to ${MOST_EVENTS} events tells ${belief} from the truth`);
}

type Told = Pick<PracticeItem, "believed" | "lesson" | "asked">;

/** The plan as a question, where it tells the belief from the truth; else `null`. */
export function tellsApart(
  plan: CasePlan,
  recipe: Recipe,
  belief: BeliefName,
  story: Story,
  random: Random,
): Told | null {
  if (recipe.suits?.(plan) === false) return null;
  const scenario = planScenario(plan, story, random);
  if (recipe.kind === "feature" && leakingJoins(scenario).length !== 1) return null;
  const lesson = lessonOf(scenario, questionOf(recipe, belief));
  const asked = ask(lesson, QUESTION, 0);
  const believed = believedOption(asked, belief);
  if (believed === null || asked.options.length < recipe.fewestOptions) return null;
  const isTold = recipe.kind !== "row" || isRowTold(asked, recipe, believed);
  return isTold ? { believed, lesson, asked } : null;
}

function lessonOf(scenario: Scenario, question: Question): Lesson {
  return {
    parts: ["practice"],
    shortParts: 1,
    scenarios: { [scenario.name]: scenario },
    questions: { [QUESTION]: question },
    review: [],
  };
}

function questionOf({ kind, likely = [] }: Recipe, belief: BeliefName): Question {
  const asked = { scenario: "case", row: 0, join: 0, phase: "find_entity", variants: [] } as const;
  switch (kind) {
    case "row":
      return { kind, ...asked, variants: [], beliefs: [belief, ...likely] };
    case "rows":
      return { kind, ...asked, variants: [], variant: "own" };
    case "rule":
      return { kind, ...asked, variants: [], of: 0 };
    default:
      return { kind, ...asked, variants: [] };
  }
}

/** What whoever believes so answers; `null` where they are right, or where it would be taken for another belief. */
function believedOption(asked: Asked, belief: BeliefName): string | null {
  const { beliefs, options, question, slice, at } = asked;
  const join = slice.joins[at.join];
  const position = slice.spine.rows.indexOf(at.spineRow);
  const taken =
    question.kind === "row" && join !== undefined ? optionOf(belief, slice, join, position) : null;
  const stands = (id: string) => beliefs.get(id) === belief;
  if (taken !== null) return stands(taken) ? taken : null;
  // Of rows that no look-up gives, the latest is the one that would be online if it followed the history.
  return options.findLast(({ id }) => stands(id))?.id ?? null;
}

/** Whether no other belief gets the same row wrong, none that is near gets it right, and both statements of the rule agree. */
function isRowTold(
  { slice, at, right }: Asked,
  { apartFrom = [], wrongToo = [], isEmpty = false }: Recipe,
  believed: string,
): boolean {
  const join = slice.joins[at.join];
  const position = slice.spine.rows.indexOf(at.spineRow);
  if (join === undefined) return false;
  const answer = (belief: BeliefName) => optionOf(belief, slice, join, position);
  const explained = explainSlice(slice, join, position).candidates.find(
    ({ verdict }) => verdict === "chosen",
  );
  const taken = joinSlice(slice, join).index[position] ?? NO_MATCH;
  return (
    (taken === NO_MATCH) === isEmpty &&
    (explained?.row ?? NO_MATCH) === (taken === NO_MATCH ? NO_MATCH : join.rows[taken]) &&
    apartFrom.every((belief) => answer(belief) !== believed) &&
    wrongToo.every((belief) => answer(belief) !== right)
  );
}
