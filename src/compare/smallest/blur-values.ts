import { type CellValue, type ColumnType, formatTime, readSchema, readTimeText } from "../../microfs/core";
import { cellOf, type InlineValue, inlineOf } from "../../scenario/inline-value";
import type { InlineRow, ScenarioGroup } from "../../scenario/scenario";

const DAY_US = 86_400_000_000n;
/** 1 January 2025. */
const ORIGIN_US = 1_735_689_600_000_000n;

/**
 * Other values in the place of those of some small groups. Numbers become their ranks within the column, from 1, and texts
 * letters in the order in which they come; keys likewise, the same in all groups. Times move together by whole days, so that
 * the first lies on 1 January 2025: gaps, times of day and calendar dates stay, and with them the side of every TTL, delay and
 * clock that a row lies on. Nulls, NaN and bools stay.
 */
export class ValueBlur {
  readonly #byUs: bigint;
  /** New keys by old ones, of each type its own. */
  readonly #keys = new Map<ColumnType, Map<CellValue, InlineValue>>();

  /** @param groups - Whose rows are written out. */
  constructor(groups: readonly ScenarioGroup[]) {
    this.#byUs = shiftOf(groups);
  }

  /** A group's rows with other values, and under other names. */
  rows(group: ScenarioGroup, keys: readonly string[], rename: (column: string) => string): InlineRow[] {
    const rows = inlineRows(group);
    const columns = columnsOf(group).map(({ name, type, cells }) => ({
      name: rename(name),
      values: this.#values(type, cells, keys.includes(name)),
    }));
    return rows.map((_, row) =>
      Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null])),
    );
  }

  #values(type: ColumnType, cells: readonly CellValue[], isKey: boolean): InlineValue[] {
    switch (type) {
      case "timestamp":
        return cells.map((us) => (typeof us === "bigint" ? formatTime(us + this.#byUs) : null));
      case "bool":
        return cells.map((cell) => inlineOf(cell, type));
      case "string":
        return inOrderOfUse(cells, isKey ? this.#keysOf(type) : new Map(), (number) => letter(number - 1));
      case "int64":
      case "float64": {
        const write = (rank: number) => (type === "int64" ? String(rank) : rank);
        if (isKey) return inOrderOfUse(cells, this.#keysOf(type), write);
        return ranks(cells).map((rank, i) =>
          rank === null ? inlineOf(cells[i] ?? null, type) : write(rank),
        );
      }
    }
  }

  #keysOf(type: ColumnType): Map<CellValue, InlineValue> {
    const known = this.#keys.get(type) ?? new Map<CellValue, InlineValue>();
    this.#keys.set(type, known);
    return known;
  }
}

/** @param known - Grows by what is new. */
function inOrderOfUse(
  cells: readonly CellValue[],
  known: Map<CellValue, InlineValue>,
  write: (number: number) => InlineValue,
): InlineValue[] {
  return cells.map((cell) => {
    if (cell === null || Number.isNaN(cell)) return inlineOf(cell, "float64");
    const made = known.get(cell) ?? write(known.size + 1);
    known.set(cell, made);
    return made;
  });
}

/** The ranks of numbers among the different ones, from 1; `null` of nulls and NaN, which have none. */
function ranks(cells: readonly CellValue[]): (number | null)[] {
  const ordered = [...new Set(cells.filter((cell) => cell !== null && !Number.isNaN(cell)))].sort((a, b) =>
    Number(a) === Number(b) ? Number(BigInt(a ?? 0) - BigInt(b ?? 0)) : Number(a) - Number(b),
  );
  return cells.map((cell) => (ordered.includes(cell) ? ordered.indexOf(cell) + 1 : null));
}

/** `a` to `z`, then `aa`. */
function letter(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letter(Math.floor(number / 26) - 1) + last;
}

function inlineRows({ rows }: ScenarioGroup): readonly InlineRow[] {
  return rows.kind === "inline" ? rows.rows : [];
}

function columnsOf(group: ScenarioGroup) {
  const { name: owner, schema } = group.definition;
  return Array.from(readSchema(schema, owner), ([name, type]) => ({
    name,
    type,
    cells: inlineRows(group).map((row) => cellOf(row[name], type)),
  }));
}

/** By how much all times move, microseconds; not at all where one would come to lie in a year that no text can say. */
function shiftOf(groups: readonly ScenarioGroup[]): bigint {
  const times = groups
    .flatMap(columnsOf)
    .flatMap(({ type, cells }) => (type === "timestamp" ? cells : []))
    .filter((us) => typeof us === "bigint");
  const [first, ...rest] = times;
  if (first === undefined) return 0n;
  const least = rest.reduce((a, b) => (b < a ? b : a), first);
  const timeOfDay = ((least % DAY_US) + DAY_US) % DAY_US;
  const byUs = ORIGIN_US - (least - timeOfDay);
  return times.every((us) => readTimeText(formatTime(us + byUs)).ok) ? byUs : 0n;
}
