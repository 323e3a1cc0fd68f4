import { type CellGrid, entityOf } from "../../../learn/cells/cell-grid";
import type { CellVerdict, ReadAsJoin } from "../../../learn/cells/read-as-join";
import { say, WORDS } from "../../../learn/words";
import { VARIANT_TERMS, type VariantName } from "../../../terms/variants";
import { formatDay } from "../../../timeline/words/format-moment";
import { formatNumber } from "../../../ui/format-number";
import type { ScoreAnswer, TableScore } from "../../../worker/learn/score-results";
import { valueFormat } from "../fill/use-cells";
import { countInWords } from "../text/fact-text";
import { type AxisScore, scoreText } from "./score-axis";

type TableAnswer = Extract<ScoreAnswer, { kind: "tables" }>;

/** Which join cells are read as, and where it writes something else. */
export function joinsRead(grid: CellGrid, { variant, fits, differing }: ReadAsJoin): string[] {
  const { word, picks } = VARIANT_TERMS[variant];
  if (fits.length > 0) {
    const others = fits.slice(1).map((name) => `“${VARIANT_TERMS[name].word}”`);
    const said = say(WORDS.score.fits, { word, picks });
    return [others.length === 0 ? said : `${said} ${say(WORDS.score.fitsToo, { words: others.join(", ") })}`];
  }
  const others = [...differing].map(([number, row]) => {
    const cell = grid.cells[number];
    if (cell === undefined) return "";
    const entity = entityOf(grid, cell);
    const value = valueFormat(entity)(row) ?? WORDS.fill.nothing;
    return say(WORDS.score.differs, { entity: entity.name, moment: formatDay(cell.timeUs), value });
  });
  const count = countInWords(differing.size);
  return [`${say(WORDS.score.fitsNone, { word, picks, count })} ${others.join("; ")}.`];
}

/** What the model of the cells promises and keeps. */
export function scoreWords({ scores }: TableAnswer, variant: VariantName): string {
  const yours = scores.find(({ name }) => name === variant);
  if (yours === undefined) return "";
  const [offline, production] = [scoreText(yours.offline.value), scoreText(yours.production.value)];
  if (offline === production) return say(WORDS.score.modelSame, { score: offline });
  return say(WORDS.score.model, { offline, production });
}

/** Whom the models were scored on; and where the one that leaks promises no more than the other, that too. */
export function customersWords({ scores, entities }: TableAnswer): string {
  const values = { entities: formatNumber(entities) };
  const [, other] = scores;
  if (other === undefined) return say(WORDS.score.oneCustomers, values);
  const said = say(WORDS.score.sameCustomers, values);
  const flatters = other.overFirst !== null && other.overFirst.offline.low > 0;
  return flatters ? said : `${said} ${WORDS.score.notBetter}`;
}

/** The models on one axis: the learner's first. */
export function axisScores(scores: readonly TableScore[], { variant, fits }: ReadAsJoin): AxisScore[] {
  const shown = scores.map(({ name, offline, production }): AxisScore => {
    const isYours = name === variant;
    return {
      name: nameOf(isYours, name === "own"),
      offline: offline.value,
      production: production.value,
      leaks: name !== "own",
      isMuted: !isYours,
    };
  });
  return shown.toSorted((a, b) => Number(a.isMuted) - Number(b.isMuted));

  function nameOf(isYours: boolean, isOwn: boolean): string {
    if (!isYours) return WORDS.score.honest;
    if (fits.length === 0) return WORDS.score.nearest;
    return isOwn ? WORDS.score.yoursHonest : WORDS.score.yours;
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
