import type { AskedStep, Option } from "../../learn/questions/option";
import { say, WORDS } from "../../learn/words";
import { knownAt, type SliceJoin } from "../../microfs/core";
import { candidatesOf, shownColumn, valueOfRow } from "../../timeline/slice-index/slice-index";
import { joinAt } from "../../timeline/step/coordinate";
import { momentOf } from "../../timeline/step/step-verdicts";
import {
  formatClock,
  formatDay,
  formatMoment,
  formatMomentNear,
  momentStyle,
} from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { entityName } from "../../timeline/words/nouns";
import { rowName } from "../../timeline/words/row-name";
import { phaseLabel } from "../../timeline/words/verdict-words";

/**
 * What the options of a question are called, by their ids: a row by its time and value, and by more where that does not tell it apart.
 *
 * @param length - `short`: a row by its time alone, where that tells it apart.
 */
export function optionWords(
  asked: AskedStep,
  length: "full" | "short" = "full",
): ReadonlyMap<string, string> {
  return new Map(asked.options.map((option) => [option.id, wordsOf(asked, option, length)]));
}

function wordsOf(asked: AskedStep, option: Option, length: "full" | "short"): string {
  const join = joinAt(asked.slice, asked.at.join);
  switch (option.kind) {
    case "row":
      return rowWords(asked, join, option.row, length);
    case "none":
      return WORDS.predict.none;
    case "phase":
      return phaseLabel(option.phase, join.rule, entityName(asked.slice, join), true);
    case "count":
      return say(option.count === 1 ? WORDS.check.oneRow : WORDS.check.rows, { count: option.count });
    case "join":
      return joinWords(joinAt(asked.slice, option.join));
  }
}

function joinWords(join: SliceJoin): string {
  const column = shownColumn(join)?.name ?? join.fgName;
  return column === join.fgName ? column : say(WORDS.predict.feature, { group: join.fgName, column });
}

function rowWords(
  { slice, at, options }: AskedStep,
  join: SliceJoin,
  row: number,
  length: "full" | "short",
): string {
  const column = shownColumn(join);
  const style = momentStyle(slice);
  const tUs = momentOf(slice, at.spineRow);
  const rows = options.flatMap((option) => (option.kind === "row" ? [option.row] : []));
  const timeOf = (one: number) => join.eventTimesUs[candidatesOf(join).positionOf(one)] ?? 0n;
  const days = new Set([tUs, ...rows.map(timeOf)].map((us) => formatDay(us, { year: true })));
  const clock = (one: number) =>
    days.size === 1 ? formatClock(timeOf(one)) : formatMoment(timeOf(one), style);
  const short = (one: number) =>
    column === null
      ? clock(one)
      : `${clock(one)} · ${columnFormat(column, style)(valueOfRow(join, column, one))}`;
  const isAmong = (others: readonly string[], words: string) =>
    others.filter((other) => other === words).length > 1;
  const knownToo = (one: number) => {
    const position = candidatesOf(join).positionOf(one);
    const createdTime = join.createdTimesUs?.[position] ?? null;
    if (createdTime === null) return short(one);
    const knownUs = knownAt({ row: one, eventTime: timeOf(one), createdTime }, join.groupClock);
    return say(WORDS.predict.knownAt, {
      row: short(one),
      time: formatMomentNear(knownUs, timeOf(one), style),
    });
  };
  if (length === "short" && !isAmong(rows.map(clock), clock(row))) return clock(row);
  if (!isAmong(rows.map(short), short(row))) return short(row);
  if (!isAmong(rows.map(knownToo), knownToo(row))) return knownToo(row);
  return say(WORDS.predict.numbered, { row: knownToo(row), number: rowName(row) });
}
