import type { Asked } from "../../../learn/questions/ask";
import { leakingRow } from "../../../learn/questions/leaking-row";
import { say, WORDS } from "../../../learn/words";
import { joinSlice, knownAt, NO_MATCH } from "../../../microfs/core";
import { shownColumn, valueOfRow } from "../../../timeline/slice-index/slice-index";
import { joinAt } from "../../../timeline/step/coordinate";
import { formatMoment, momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { inWords } from "../../../timeline/words/sentence-parts";

const { predict: words } = WORDS;

/** A table of more rows is not told row by row. */
const MOST_TOLD = 4;

/**
 * Why the right answer is right, where no step of one row says it: of the feature that leaks, the row that it takes and when that
 * became known; of an as-of join's rows, what goes into each. `null` where there is nothing of that kind to say.
 */
export function decidedWords(asked: Asked): string | null {
  switch (asked.question.kind) {
    case "feature":
      return leakWords(asked);
    case "rows":
      return asked.question.variant === "own" ? eachRowWords(asked) : null;
    default:
      return null;
  }
}

function leakWords(asked: Asked): string | null {
  const { slice } = asked;
  const leaking = leakingRow(asked, slice);
  if (leaking === null) return null;
  const { join, taken, tUs } = leaking;
  const column = shownColumn(join);
  if (column === null) return null;
  const style = momentStyle(slice);
  return say(words.leaksWhy, {
    group: join.fgName,
    value: columnFormat(column, style)(valueOfRow(join, column, taken.row)),
    time: formatMoment(taken.eventTime, style),
    known: formatMoment(knownAt(taken, join.groupClock), style),
    moment: formatMoment(tUs, style),
  });
}

function eachRowWords({ slice, options, right, at }: Asked): string | null {
  const answer = options.find(({ id }) => id === right);
  const { rows, timesUs } = slice.spine;
  // Of a table of several entities one alone is drawn.
  const isWhole = answer?.kind === "count" && answer.count === rows.length;
  if (!isWhole || rows.length > MOST_TOLD || slice.joins.length !== 1) return null;
  const join = joinAt(slice, at.join);
  const column = shownColumn(join);
  if (column === null) return null;
  const style = momentStyle(slice);
  const { index } = joinSlice(slice, join);
  const each = Array.from(timesUs, (tUs, position) => {
    const found = index[position] ?? NO_MATCH;
    const row = join.rows[found];
    const taken =
      row === undefined
        ? WORDS.order.nothing
        : say(WORDS.order.row, {
            time: formatMoment(join.eventTimesUs[found] ?? 0n, style),
            value: columnFormat(column, style)(valueOfRow(join, column, row)),
          });
    return say(words.rowsEach, { taken, moment: formatMoment(tUs, style) });
  });
  return say(words.rowsWhy, { each: inWords(each) });
}
