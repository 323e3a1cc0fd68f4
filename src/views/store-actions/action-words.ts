import { type ActionDone, findOf, type Outcome } from "../../learn/serving/actions-run";
import { say, WORDS } from "../../learn/words";
import { type EntitySlice, readTimeText, type SliceJoin } from "../../microfs/core";
import type { ScenarioAction } from "../../scenario/scenario";
import { formatClock } from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { inWords } from "../../timeline/words/sentence-parts";

const { order: words } = WORDS;

/** A row of the history as it is named: by its time and its value. */
export type NameRow = (eventTimeUs: bigint | null) => string;

/** Names rows of a join: `10:00 · 7.90`, or the word for none. */
export function rowNames(join: SliceJoin): NameRow {
  const written = valueTexts(join);
  return (us) => {
    if (us === null) return words.nothing;
    return say(words.row, { time: formatClock(us), value: written.get(us) ?? "" });
  };
}

/** The value of each row of a join's first feature, by its event time. */
export function valueTexts(join: SliceJoin): ReadonlyMap<bigint, string> {
  const name = join.writes.find(({ column }) => column !== join.eventTime)?.column;
  const column = join.columns.find((one) => one.name === name);
  if (column === undefined) return new Map();
  const format = columnFormat(column);
  return new Map(
    Array.from(join.eventTimesUs, (us, row) => [us, format(column.values[row] ?? null)] as const),
  );
}

/**
 * What an action is called: `Look up, at 10:30`.
 *
 * @param length - `short`: of a batch the times alone.
 */
export function actionWords(
  action: ScenarioAction,
  { joins }: EntitySlice,
  eventTime: string,
  length: "full" | "short" = "full",
): string {
  switch (action.kind) {
    case "materialize":
      return action.asOf === undefined
        ? words.materialize
        : say(words.materializeAsOf, { time: clockOf(action.asOf) });
    case "write": {
      const isShort = length === "short" && action.rows.length > 1;
      const named = joins.map(rowNames)[0] ?? (() => "");
      const name: NameRow = isShort ? (us) => (us === null ? "" : formatClock(us)) : named;
      const times = action.rows.map((row) => {
        const read = readTimeText(String(row[eventTime] ?? ""));
        return name(read.ok ? read.value : null);
      });
      return say(times.length === 1 ? words.writeLate : words.writeBatch, { times: inWords(times) });
    }
    case "lookUp":
      return say(words.lookUp, { time: action.now === undefined ? "" : clockOf(action.now) });
  }
}

/** What a look-up gives, and why nothing. */
export function servedWords(
  { status, eventTimeUs }: NonNullable<ActionDone["lookedUp"]>,
  name: NameRow,
): string {
  return status === "found" ? name(eventTimeUs) : words.gave[status];
}

function clockOf(text: string): string {
  const read = readTimeText(text);
  return read.ok ? formatClock(read.value) : text;
}

/** Whether look-up and training row tell the same, and why not. */
export function outcomeWords(outcome: Outcome, name: NameRow): string {
  if (outcome.kind === "same" && findOf(outcome) === "nothing") return words.sameNothing;
  return say(words[outcome.kind], {
    served: "servedUs" in outcome ? name(outcome.servedUs) : words.nothing,
    online: "onlineUs" in outcome ? name(outcome.onlineUs) : words.nothing,
    trained: name("trainedUs" in outcome ? outcome.trainedUs : outcome.servedUs),
  });
}
