import { type CellGrid, entityOf } from "../../../learn/cells/cell-grid";
import type { CellVerdict, ReadAsJoin } from "../../../learn/cells/read-as-join";
import { say, WORDS } from "../../../learn/words";
import { VARIANT_TERMS, type VariantName } from "../../../terms/variants";
import { formatDay } from "../../../timeline/words/format-moment";
import { formatNumber } from "../../../ui/format-number";
import { countInWords } from "../../../views/lesson-text/fact-text";
import type { ScoreAnswer, TableScore } from "../../../worker/learn/score-results";
import { valueFormat } from "../fill/use-cells";
import { type AxisScore, scoreText } from "./score-axis";

type TableAnswer = Extract<ScoreAnswer, { kind: "tables" }>;

/** Which rule cells are read as, and where it writes something else. */
export function ruleWords(grid: CellGrid, { variant, fits, differing }: ReadAsJoin): string {
  const { picks } = VARIANT_TERMS[variant];
  if (fits.length > 0) {
    const said = say(WORDS.score.fits, { picks });
    // Who wrote what was known is told no edge of that rule: another lesson does.
    const others = variant === "own" ? [] : fits.slice(1).map((name) => VARIANT_TERMS[name].picks);
    return others.length === 0 ? said : `${said} ${say(WORDS.score.fitsToo, { picks: others.join("; ") })}`;
  }
  const others = [...differing].map(([number, row]) => {
    const cell = grid.cells[number];
    if (cell === undefined) return "";
    const entity = entityOf(grid, cell);
    const value = valueFormat(entity)(row) ?? WORDS.fill.nothing;
    return say(WORDS.score.differs, { entity: entity.name, moment: formatDay(cell.timeUs), value });
  });
  const count = countInWords(differing.size);
  return `${say(WORDS.score.fitsNone, { picks, count })} ${others.join("; ")}.`;
}

/** What the model of the cells promises and keeps; where no rule writes them, it is not called theirs. */
export function scoreWords(
  { scores }: TableAnswer,
  { variant, fits }: Pick<ReadAsJoin, "variant" | "fits">,
): string {
  const yours = scores.find(({ name }) => name === variant);
  if (yours === undefined) return "";
  const [offline, production] = [scoreText(yours.offline.value), scoreText(yours.production.value)];
  const { model, modelSame, modelNearest, modelNearestSame } = WORDS.score;
  const isTheirs = fits.length > 0;
  if (offline === production) return say(isTheirs ? modelSame : modelNearestSame, { score: offline });
  return say(isTheirs ? model : modelNearest, { offline, production });
}

/** Whom the models were scored on; and where the learner's leaks and promises no more than the honest one, that too. */
export function customersWords({ scores, entities }: TableAnswer, variant: VariantName): string {
  const said = say(WORDS.score.sameCustomers, { entities: formatNumber(entities) });
  const over = scores.find(({ name }) => name === variant)?.overFirst ?? null;
  return over === null || over.offline.low > 0 ? said : `${said} ${WORDS.score.notBetter}`;
}

/** What somebody takes who fills a table today: it stands beside the others, whatever the learner took. */
export const TEMPTING = "latest";

/** The models on one axis: the learner's first, and the honest one last. */
export function axisScores(scores: readonly TableScore[], { variant, fits }: ReadAsJoin): AxisScore[] {
  const onAxis = ({ name, offline, production }: TableScore): AxisScore => {
    const isYours = name === variant;
    return {
      name: nameOf(isYours, name),
      offline: offline.value,
      production: production.value,
      leaks: name !== "own",
      isMuted: !isYours,
    };
  };
  const order = [variant, TEMPTING, "own"];
  const placeOf = ({ name }: TableScore) => order.indexOf(name);
  return scores.toSorted((a, b) => placeOf(a) - placeOf(b)).map(onAxis);

  function nameOf(isYours: boolean, name: TableScore["name"]): string {
    if (!isYours) return name === "own" ? WORDS.score.honest : WORDS.score.tempting;
    if (fits.length === 0) return WORDS.score.nearest;
    return name === "own" ? WORDS.score.yoursHonest : WORDS.score.yours;
  }
}

/** What the cells hold. */
export function verdictsWords(verdicts: readonly CellVerdict[]): string {
  const right = verdicts.filter(({ isRight }) => isRight).length;
  const leaking = verdicts.filter(({ leaks }) => leaks).length;
  const other = verdicts.length - right - leaking;
  if (right === verdicts.length) return WORDS.score.allKnown;
  const counted = [
    { count: right, one: WORDS.score.rightOne, many: WORDS.score.rightMany },
    { count: leaking, one: WORDS.score.leaksOne, many: WORDS.score.leaksMany },
    { count: other, one: WORDS.score.otherOne, many: WORDS.score.otherMany },
  ].filter(({ count }) => count > 0);
  const said = counted.map(({ count, one, many }, i) => {
    const words = countInWords(count);
    const number = words.charAt(0).toUpperCase() + words.slice(1);
    const subject = i === 0 ? say(WORDS.score.ofYours, { count: number }) : number;
    return say(count === 1 ? one : many, { subject });
  });
  return (leaking === 0 ? [WORDS.score.noLeak, ...said] : said).join(" ");
}
