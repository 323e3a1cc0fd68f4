import { lessonScenario, variantEdits } from "../../../learn/questions/ask";
import { leakingRow } from "../../../learn/questions/leaking-row";
import { entitySlices, tableRows } from "../../../learn/questions/whole-table";
import { outcomeOf } from "../../../learn/serving/actions-run";
import type { EntitySlice } from "../../../microfs/core";
import type { PreparedStep } from "../../../present/prepare-step";
import { PHASES, type Phase } from "../../../terms/phases";
import { VARIANT_TERMS } from "../../../terms/variants";
import { shownColumn } from "../../../timeline/slice-index/slice-index";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { formatMomentNear, momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { leakClause } from "../../../timeline/words/leak-words";
import { entityWord, groupNoun } from "../../../timeline/words/nouns";
import { sentence } from "../../../timeline/words/sentence";
import { type SentencePart, strong, text } from "../../../timeline/words/sentence-parts";
import { formatNumber } from "../../../ui/format-number";
import { outcomeWords, rowNames } from "../../../views/store-actions/action-words";

/**
 * What is said at the end of a step: what its join does; of a question about something else, what answers that. All of it is
 * computed.
 *
 * @param slice - As it is on the screen: the class may have changed it.
 */
export function closingSentence(step: PreparedStep, slice: EntitySlice, at: Coordinate): SentencePart[] {
  return servedSentence(step, slice) ?? askedSentence(step, slice) ?? sentence(slice, at, columnOf(step));
}

/** The step of the join that a sentence is about: of a question which step decides, that one. */
export function closingPhase({ step, lesson, asked }: PreparedStep, phase: Phase): Phase {
  if (step.kind !== "question" || lesson.questions[step.question]?.kind !== "rule") return phase;
  return PHASES.find((one) => one === asked?.right) ?? phase;
}

function columnOf({ picture }: PreparedStep): string | undefined {
  return picture?.column ?? undefined;
}

/** Of a store, how the look-up and the training row stand to each other. */
function servedSentence({ served }: PreparedStep, slice: EntitySlice): SentencePart[] | null {
  const outcome = served && outcomeOf(served.run);
  return outcome === null ? null : [text(outcomeWords(outcome, rowNames(slice)))];
}

function askedSentence(prepared: PreparedStep, slice: EntitySlice): SentencePart[] | null {
  const { step, lesson } = prepared;
  if (step.kind !== "question") return null;
  switch (lesson.questions[step.question]?.kind) {
    case "rows":
      // Of a table that the class has changed nothing was counted.
      return slice === prepared.picture?.slice ? rowsSentence(prepared) : null;
    case "feature":
      return leakSentence(prepared, slice);
    default:
      return null;
  }
}

/** How many rows the join that was asked about makes, and how many the as-of join. */
function rowsSentence({ step, lesson, asked, picture }: PreparedStep): SentencePart[] | null {
  const question = step.kind === "question" ? lesson.questions[step.question] : undefined;
  const right = asked?.options.find(({ id }) => id === asked.right);
  if (step.kind !== "question" || question?.kind !== "rows" || right?.kind !== "count" || picture === null)
    return null;
  const scenario = lessonScenario(lesson, question.scenario);
  const slices = entitySlices(scenario, variantEdits(question, step.variant));
  const spineRows = slices.reduce((sum, { spine }) => sum + spine.rows.length, 0);
  const noun = groupNoun(
    scenario.view.labelFg,
    picture.slice.entity.map(({ column }) => entityWord(column)),
  );
  const made = `${rowsOf(right.count)} of ${formatNumber(spineRows)} ${spineRows === 1 ? noun.one : noun.many}`;
  if (question.variant === "own") return [text(`The as-of join makes ${made}.`)];
  // Without a match a row stays as well, and several joins multiply.
  const isEachMatch =
    question.variant === "ordinary" &&
    slices.every(({ joins }) => joins.length === 1 && joins.every(({ rows }) => rows.length > 0));
  const { word } = VARIANT_TERMS[question.variant];
  const which = question.variant === "ordinary" ? `The ${word}` : `The join “${word}”`;
  return [
    text(`${which} makes `),
    strong(made),
    text(`${isEachMatch ? ", one for every match" : ""}; the as-of join makes `),
    strong(formatNumber(tableRows(slices, "own"))),
    text("."),
  ];
}

function rowsOf(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "row" : "rows"}`;
}

/** Which feature leaks, and by how much. `null` where none does in this row any more. */
function leakSentence({ asked }: PreparedStep, slice: EntitySlice): SentencePart[] | null {
  const leaking = asked && leakingRow(asked, slice);
  if (leaking === null) return null;
  const { join, taken, tUs } = leaking;
  const column = shownColumn(join);
  if (column === null) return null;
  const exact = column.values[join.rows.indexOf(taken.row)] ?? null;
  const time = formatMomentNear(taken.eventTime, tUs, momentStyle(slice));
  return [
    strong(join.fgName),
    text(" is the one: the row that it takes, "),
    { kind: "value", state: "leak", text: columnFormat(column)(exact), exact },
    text(` from ${time}, leaks. ${capital(leakClause(taken, join.groupClock, tUs, "it"))}.`),
  ];
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
