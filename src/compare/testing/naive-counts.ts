import type { ComparedView } from "../compared-view";
import { type JoinVariant, type ViewVariant, variantOfRule } from "../variant";
import { isLaterRow, naiveKnownAt, naiveTaken } from "./naive-variant";
import type { PlainJoin, PlainView } from "./plain-view";

/** One cell of a table that is built, row by row. */
export interface PlainCell {
  readonly trainingRow: number;
  readonly join: number;
  readonly column: number;
  /** The row's place in its group, and that of the view's own; −1 for none. */
  readonly row: number;
  readonly own: number;
  readonly value: number | null;
  readonly isNewer: boolean;
  readonly isOlder: boolean;
  readonly shiftUs: bigint;
  /** 0 where it does not leak. */
  readonly peekUs: bigint;
  readonly isStale: boolean;
}

/** Every cell of a variant's table: the table is built, and each cell looked at. `data` tells the order of training rows, and the rules. */
export function naiveCells(given: PlainView, data: ComparedView, variant: ViewVariant): PlainCell[] {
  const rules = data.joins.map(({ join }) => join.rule);
  return [...data.order].flatMap((spineRow, trainingRow) => {
    const taken = (join: number, of: JoinVariant | undefined) => {
      const [asked, plain] = [given.spine[spineRow], given.joins[join]];
      if (asked === undefined || plain === undefined || of === undefined)
        throw new RangeError("there must be such a join");
      return naiveTaken(asked, plain.rows, of).rows;
    };
    const tableRows = given.joins
      .map((_, join) => taken(join, variant.joins[join]))
      .map((rows) => (rows.length === 0 ? [-1] : rows))
      .reduce<number[][]>((all, rows) => all.flatMap((left) => rows.map((row) => [...left, row])), [[]]);
    const t = given.spine[spineRow]?.t ?? 0n;
    return tableRows.flatMap((rows) =>
      rows.flatMap((row, join) => {
        const plain = given.joins[join];
        const rule = rules[join];
        if (plain === undefined || rule === undefined) throw new RangeError("there must be such a join");
        const own = taken(join, variantOfRule(rule))[0] ?? -1;
        const clock = plain.hasCreated ? ("created_time" as const) : ("event_time" as const);
        const asked = variant.rules[join] ?? rule;
        const right =
          taken(join, variantOfRule({ ...asked, direction: "backward", clock, delayUs: plain.delayUs }))[0] ??
          -1;
        const isLater = (one: number, than: number) =>
          one >= 0 && than >= 0 && isLaterRow(plain.rows, one, than);
        const knownAt = plain.rows[row] === undefined ? t : naiveKnownAt(plain.rows[row], plain.delayUs);
        return [0, 1].map((column) => ({
          trainingRow,
          join,
          column,
          row,
          own,
          value: plain.rows[row]?.values[column] ?? null,
          isNewer: isLater(row, own),
          isOlder: isLater(own, row),
          shiftUs: eventOf(plain, row) - eventOf(plain, own),
          peekUs: knownAt > t ? knownAt - t : 0n,
          isStale: right >= 0 && (row < 0 || isLater(right, row)),
        }));
      }),
    );
  });
}

function eventOf({ rows }: PlainJoin, row: number): bigint {
  return rows[row]?.event ?? 0n;
}

/** Of an even number the lower of the middle two. */
export function lowerMedian(values: readonly bigint[]): number | null {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined ? null : Number(middle);
}
