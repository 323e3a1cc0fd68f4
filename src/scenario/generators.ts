import { generateDense } from "./cases/dense-cases";
import type { GeneratedColumns } from "./generated-columns";
import { generateReaction } from "./reaction/generate-reaction";
import { DEFAULT_KNOBS, KNOB_NAMES, type ReactionKnobs } from "./reaction/reaction-knobs";
import { generateChurn } from "./samples/churn/generate-churn";
import type { GeneratorName } from "./scenario";

type Histories = Readonly<Record<string, GeneratedColumns>>;

const GENERATE: Readonly<Record<GeneratorName, (seed: number, knobs: ReactionKnobs) => Histories>> = {
  churn: generateChurn,
  dense_rows: (seed) => generateDense(seed, { payments: 100_000, days: 120, predictions: 12 }),
  reaction: generateReaction,
  dense_spine: (seed) => generateDense(seed, { payments: 400, days: 200, predictions: 1000 }),
};

/** The last run, because a scenario asks for its groups one after another. */
let last: { generator: GeneratorName; seed: number; knobs: ReactionKnobs; histories: Histories } | null =
  null;

/**
 * One group's history from a generator. The first call for a seed and its knobs makes all its groups; the columns are shared
 * between callers, so nobody may write to them.
 *
 * @param knobs - Only `reaction` has some.
 * @throws RangeError when the generator makes no such group.
 */
export function generatedColumns(
  generator: GeneratorName,
  seed: number,
  groupName: string,
  knobs: ReactionKnobs = DEFAULT_KNOBS,
): GeneratedColumns {
  const isSame = last?.generator === generator && last.seed === seed && isSameKnobs(last.knobs, knobs);
  if (last === null || !isSame)
    last = { generator, seed, knobs, histories: GENERATE[generator](seed, knobs) };
  const { histories } = last;
  const columns = Object.hasOwn(histories, groupName) ? histories[groupName] : undefined;
  if (columns !== undefined) return columns;
  throw new RangeError(
    `generator "${generator}" makes ${Object.keys(histories).join(", ")}, not: ${groupName}`,
  );
}

function isSameKnobs(a: ReactionKnobs, b: ReactionKnobs): boolean {
  return KNOB_NAMES.every((name) => a[name] === b[name]);
}
