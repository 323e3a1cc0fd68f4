import type { ColumnLoss, LossKind } from "./column-loss";
import { BOOL_WORDS } from "./columns/bool-column";
import {
  BLANK,
  DAY_ALONE,
  LEADING_ZEROS,
  LOST_DIGITS,
  LOST_SIGN,
  MOST_EXAMPLES,
  QUOTED_BLANK,
  TRIMMED,
  VALUE,
  WITH_UNIT,
  WITHOUT_UNIT,
  WORD_PAIR_SHIFT,
  ZONELESS,
} from "./columns/cell-notes";
import { type CsvColumn, type CsvPlan, columnsRead } from "./csv-plan";

type Example = ColumnLoss["examples"][number];

/** How many cells of a column have which note (`columns/cell-notes.ts`), with their first texts. */
export type NotedColumn = ReadonlyArray<{ note: number; cells: number; examples: readonly Example[] }>;

/** What is noted of the rows of a batch. */
export interface NotedRows {
  /** Shape [columns read]. */
  noted: readonly NotedColumn[];
  rowsWithBlankTail: number;
  indentedTexts: number;
}

interface Seen {
  cells: number;
  examples: Example[];
}

/**
 * Sums up what reading a file loses, batch by batch. Some losses show only when all is read: a time without a zone is
 * one only among times that say theirs. Costs O(columns) a batch.
 */
export class LossCount {
  rowsWithBlankTail = 0;
  readonly #plan: CsvPlan;
  #indentedTexts = 0;
  /** Per column, what was seen of each note. */
  readonly #seen: Array<Map<number, Seen>>;

  constructor(plan: CsvPlan) {
    this.#plan = plan;
    this.#seen = columnsRead(plan).map(() => new Map());
  }

  add(batch: NotedRows): void {
    this.rowsWithBlankTail += batch.rowsWithBlankTail;
    this.#indentedTexts += batch.indentedTexts;
    for (const [at, noted] of batch.noted.entries()) {
      const column = this.#seen[at];
      for (const { note, cells, examples } of noted) {
        const seen = column?.get(note) ?? { cells: 0, examples: [] };
        seen.cells += cells;
        seen.examples.push(...examples.slice(0, MOST_EXAMPLES - seen.examples.length));
        column?.set(note, seen);
      }
    }
  }

  /** Texts that had blanks around them, which the plan takes off. */
  get trimmedCells(): number {
    const trimmed = columnsRead(this.#plan).map(({ type }, at) =>
      type === "string" ? this.#pick(at, (note) => (note & TRIMMED) !== 0).cells : 0,
    );
    return trimmed.reduce((sum, cells) => sum + cells, this.#indentedTexts);
  }

  /** What was lost so far, in the order of the columns. */
  get losses(): ColumnLoss[] {
    return columnsRead(this.#plan).flatMap(({ name, type }, at) => {
      const column = this.#plan.columns.find((one) => one.name === name);
      return this.#columnLosses(at, type, column)
        .filter(({ cells }) => cells > 0)
        .map(({ kind, ...seen }) => ({ column: name, kind, ...seen, keep: this.#keep(name, kind) }));
    });
  }

  #columnLosses(
    at: number,
    type: CsvColumn["type"],
    column: CsvColumn | undefined,
  ): Array<{ kind: LossKind } & Seen> {
    const marked = (bit: number) => this.#pick(at, (note) => (note & bit) !== 0);
    switch (type) {
      case "int64":
      case "float64":
        return [
          { kind: "leading_zeros", ...marked(LEADING_ZEROS) },
          { kind: "plus_sign", ...marked(LOST_SIGN) },
          { kind: "digits", ...marked(LOST_DIGITS) },
          { kind: "unit", ...lostUnits(marked(WITH_UNIT), marked(WITHOUT_UNIT), column?.number.unit ?? "") },
        ];
      case "timestamp": {
        const [zoneless, days] = [marked(ZONELESS), marked(DAY_ALONE)];
        const zoned = this.#pick(at, (note) => note === VALUE);
        return [
          { kind: "zone", ...(zoned.cells > 0 ? zoneless : NONE) },
          { kind: "time_of_day", ...(zoned.cells + zoneless.cells > 0 ? days : NONE) },
        ];
      }
      case "bool":
        return [{ kind: "bool_words", ...this.#lostWords(at) }];
      case "string":
        return [{ kind: "quoted_blank", ...(marked(BLANK).cells > 0 ? marked(QUOTED_BLANK) : NONE) }];
    }
  }

  /** All cells of a column whose note is one of those, with the first texts of them. */
  #pick(at: number, isOne: (note: number) => boolean): Seen {
    const picked = [...(this.#seen[at] ?? [])].filter(([note]) => isOne(note)).map(([, seen]) => seen);
    return together(picked);
  }

  /** The words for true and false that are not those of the commonest pair. */
  #lostWords(at: number): Seen {
    const pairs = BOOL_WORDS.map((words, pair) => ({
      words,
      ...this.#pick(at, (note) => note >> WORD_PAIR_SHIFT === pair + 1),
    })).sort((a, b) => b.cells - a.cells);
    const kept = pairs[0]?.words ?? ["true", "false"];
    return withTexts(together(pairs.slice(1)), ({ becomes }) => kept[becomes === "true" ? 0 : 1]);
  }

  #keep(name: string, kind: LossKind): ColumnLoss["keep"] {
    const { columns, eventTime, createdTime } = this.#plan;
    if (kind === "quoted_blank")
      return { label: "Read quoted blanks as empty texts", change: { quotedBlankIsNull: false } };
    // A made column is read from others, and a row's times must be times.
    if (name === eventTime || name === createdTime || !columns.some((column) => column.name === name))
      return null;
    return { label: `Read ${name} as text`, change: { columns: { [name]: { type: "string" } } } };
  }
}

const NONE: Seen = { cells: 0, examples: [] };

function together(all: readonly Seen[]): Seen {
  return {
    cells: all.reduce((sum, { cells }) => sum + cells, 0),
    examples: all
      .flatMap(({ examples }) => examples)
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_EXAMPLES),
  };
}

/** The rarer of the two: written out again, all numbers would be as the others are. */
function lostUnits(withUnit: Seen, without: Seen, unit: string): Seen {
  if (withUnit.cells === 0 || without.cells === 0) return NONE;
  if (withUnit.cells < without.cells) return withUnit;
  const isBefore = withUnit.examples[0]?.text.replace(/^[^\p{L}\p{N}\p{Sc}%°]+/u, "").startsWith(unit);
  return withTexts(without, ({ becomes }) => (isBefore ? `${unit}${becomes}` : `${becomes}${unit}`));
}

function withTexts({ cells, examples }: Seen, becomes: (example: Example) => string): Seen {
  return { cells, examples: examples.map((example) => ({ ...example, becomes: becomes(example) })) };
}
