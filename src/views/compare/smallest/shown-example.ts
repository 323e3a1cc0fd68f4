import type { SliceColumn, SliceJoin } from "../../../microfs/core";
import { type CellValue, formatDuration } from "../../../microfs/core";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { VARIANT_TERMS } from "../../../terms/variants";
import type { MarkState } from "../../../terms/verdicts";
import { type MomentStyle, momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat, exactValue } from "../../../timeline/words/format-value";
import type { ExampleSideResult, SmallestExample } from "../../../worker/compare/compare-results";

/** A value as it is read, and exactly. */
export interface ShownValue {
  readonly text: string;
  readonly exact: string;
}

export interface ShownColumn {
  readonly name: string;
  readonly isNumber: boolean;
  /** One per row of its table. */
  readonly values: readonly ShownValue[];
}

/** How a row that a join takes is marked. */
export type TakenState = Extract<MarkState, "chosen" | "leak">;

/** What one of the two joins makes of the example. */
export interface ShownSide {
  readonly word: string;
  /** What it writes, one for each row of its table; none where it finds nothing. */
  readonly values: readonly (ShownValue & { readonly state: TakenState })[];
  /** The rows of the group that it takes, by their numbers among those. */
  readonly takes: ReadonlyMap<number, TakenState>;
}

/** An example as tables show it. */
export interface ShownExample {
  readonly example: SmallestExample;
  readonly feature: string;
  readonly spine: { readonly name: string; readonly columns: readonly ShownColumn[] };
  /** The join's group, and what its rule asks of a row. */
  readonly group: {
    readonly name: string;
    readonly rule: string;
    readonly columns: readonly ShownColumn[];
    readonly numRows: number;
  };
  readonly above: ShownSide;
  readonly below: ShownSide;
}

/** What is to be shown of an example, computed of its scenario as the timeline would. */
export function shownExample(example: SmallestExample): ShownExample {
  const slice = scenarioSlice(example.scenario, example.spineRow);
  const [join] = slice.joins;
  const position = slice.spine.rows.indexOf(example.spineRow);
  const column = join?.columns.find(({ name }) => name === example.column);
  if (join === undefined || column === undefined)
    throw new RangeError(`the example must have the column: ${example.column}`);
  const style = momentStyle(slice);
  const side = ({ name, values, rows }: ExampleSideResult): ShownSide => {
    const isBackward = join.rule.direction === "backward";
    // A single value may be several rows' work: it leaks where any of them does.
    const isOne = values.length === 1;
    const leaks = (i: number) => (isOne ? rows.some((row) => row.leaks) : rows[i]?.leaks === true);
    return {
      word: name === "own" && !isBackward ? "own join" : VARIANT_TERMS[name].word,
      values:
        rows.length === 0
          ? []
          : values.map((value, i) => ({ ...shownValue(value, column, style), state: stateOf(leaks(i)) })),
      takes: new Map(rows.map((row) => [join.rows.indexOf(row.row), stateOf(row.leaks)])),
    };
  };
  return {
    example,
    feature: example.column,
    spine: {
      name: slice.spine.fgName,
      columns: slice.spine.columns.map((one) => shownColumn(one, [one.values[position] ?? null], style)),
    },
    group: {
      name: join.fgName,
      rule: ruleOf(join),
      columns: join.columns.map((one) => shownColumn(one, one.values, style)),
      numRows: join.rows.length,
    },
    above: side(example.above),
    below: side(example.below),
  };
}

function stateOf(leaks: boolean): TakenState {
  return leaks ? "leak" : "chosen";
}

function shownColumn(column: SliceColumn, values: readonly CellValue[], style: MomentStyle): ShownColumn {
  const { name, type } = column;
  return {
    name,
    isNumber: type === "int64" || type === "float64",
    values: values.map((value) => shownValue(value, column, style)),
  };
}

function shownValue(value: CellValue, column: SliceColumn, style: MomentStyle): ShownValue {
  return { text: columnFormat(column, style)(value), exact: exactValue(value, column.type) };
}

/** What the join as it is asks of a row beside its time: `TTL 45 d, delay 6 h, known by recorded_at`. */
function ruleOf({ rule, createdTime }: SliceJoin): string {
  const { ttlUs, delayUs, clock } = rule;
  return [
    ttlUs === null ? [] : `TTL ${formatDuration(ttlUs)}`,
    delayUs === 0n ? [] : `delay ${formatDuration(delayUs)}`,
    clock === "created_time" && createdTime !== null ? `known by ${createdTime}` : [],
  ]
    .flat()
    .join(", ");
}
