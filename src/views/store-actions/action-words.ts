import { type ActionDone, findOf, type Outcome } from "../../learn/serving/actions-run";
import { say, WORDS } from "../../learn/words";
import { type EntitySlice, readTimeText, type SliceJoin } from "../../microfs/core";
import type { ScenarioAction } from "../../scenario/scenario";
import {
  formatClock,
  formatDay,
  formatMoment,
  formatMomentNear,
  momentStyle,
} from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { inWords } from "../../timeline/words/sentence-parts";

const { order: words } = WORDS;

/** A row of the history as it is named: by its time and its value. */
export type NameRow = (eventTimeUs: bigint | null) => string;

/** How moments are told around an entity's stores: by the time alone where its rows and what is looked up lie in one day. */
export function momentNames(slice: EntitySlice): (us: bigint) => string {
  const style = momentStyle(slice);
  return isOfOneDay(slice) ? formatClock : (us) => formatMoment(us, style);
}

/** The same over a lane, where there is less room: without what the label before it says already, or all of them. */
export function axisMomentNames(slice: EntitySlice): (us: bigint) => string {
  const shown = momentsOf(slice);
  const style = momentStyle(slice);
  if (isOfOneDay(slice)) return formatClock;
  if (new Set(shown.map(formatClock)).size === 1) return (us) => formatDay(us, style);
  return (us) => {
    const before = shown.filter((one) => one < us).at(-1);
    return before === undefined ? formatMoment(us, style) : formatMomentNear(us, before, style);
  };
}

function isOfOneDay(slice: EntitySlice): boolean {
  return new Set(momentsOf(slice).map((us) => formatDay(us, { year: true }))).size <= 1;
}

/** Of the rows and of what is asked about, ascending. */
function momentsOf({ spine, joins }: EntitySlice): bigint[] {
  const all = [...spine.timesUs, ...joins.flatMap(({ eventTimesUs }) => [...eventTimesUs])];
  return all.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Names rows of the first join: `10:00 · 7.90`, `5 Nov 10:00 · 7.90` where days differ, or the word for none. */
export function rowNames(slice: EntitySlice): NameRow {
  const [join] = slice.joins;
  const written = join === undefined ? new Map<bigint, string>() : valueTexts(join);
  const momentName = momentNames(slice);
  return (us) => {
    if (us === null) return words.nothing;
    return say(words.row, { time: momentName(us), value: written.get(us) ?? "" });
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
  slice: EntitySlice,
  eventTime: string,
  length: "full" | "short" = "full",
): string {
  const momentName = momentNames(slice);
  switch (action.kind) {
    case "materialize":
      return action.asOf === undefined
        ? words.materialize
        : say(words.materializeAsOf, { time: momentOf(action.asOf, momentName) });
    case "write": {
      const isShort = length === "short" && action.rows.length > 1;
      const name: NameRow = isShort ? (us) => (us === null ? "" : momentName(us)) : rowNames(slice);
      const times = action.rows.map((row) => {
        const read = readTimeText(String(row[eventTime] ?? ""));
        return name(read.ok ? read.value : null);
      });
      return say(times.length === 1 ? words.writeLate : words.writeBatch, { times: inWords(times) });
    }
    case "lookUp":
      return say(words.lookUp, { time: action.now === undefined ? "" : momentOf(action.now, momentName) });
  }
}

/** What a look-up gives, and why nothing. */
export function servedWords(
  { status, eventTimeUs }: NonNullable<ActionDone["lookedUp"]>,
  name: NameRow,
): string {
  return status === "found" ? name(eventTimeUs) : words.gave[status];
}

function momentOf(text: string, momentName: (us: bigint) => string): string {
  const read = readTimeText(text);
  return read.ok ? momentName(read.value) : text;
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
