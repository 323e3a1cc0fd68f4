import { type CellValue, type ColumnType, formatTime } from "../../microfs/core";
import { type Example, exampleCells, examplePlan, type PlannedSide } from "./example";
import { CANDIDATES, ruleLines } from "./pandas";
import { pyList, pyText } from "./python-text";
import { oneLine, type QueryGroup } from "./query-plan";

/**
 * An example as a test for pytest, with pandas and nothing else: the rows, both joins, and what each of them writes. It needs
 * no file and runs as it is.
 *
 * @throws RangeError where the example has no join, or lacks its column.
 */
export function examplePytest(example: Example): string {
  const { plan, sides, column } = examplePlan(example);
  const names = new Map(plan.groups.map((group, i) => [group.name, `${i === 0 ? "LABELS" : "FEATURES"}`]));
  const [above, below] = sides;
  const features = plan.joins[0]?.group ?? plan.spine;
  return [
    `"""${docText(`${below?.word} writes ${listed(below)} where ${above?.word} writes ${listed(above)}.`)}`,
    "",
    "Run it with: pytest test_smallest_example.py (pandas 1.5 or newer). Times are in UTC.",
    '"""',
    "import numpy as np",
    "import pandas as pd",
    "",
    ...plan.groups.flatMap((group) => [
      `# ${oneLine(group.name)}`,
      `${names.get(group.name)} = pd.DataFrame({`,
      ...frameLines(exampleCells(example, group)),
      "})",
    ]),
    `SPINE = LABELS.loc[[${example.spineRow}]]  # the row to predict for`,
    "",
    CANDIDATES,
    "",
    "",
    "def written(pairs):",
    `    """What a join writes into the row, in time order: a None where it finds nothing."""`,
    `    found = pairs.sort_values(["event", "created", "feature_row"])["feature_row"]`,
    `    cells = ${names.get(features.name)}.loc[found, ${pyText(column.name)}]`,
    "    return [None if pd.isna(cell) else cell for cell in cells] or [None]",
    ...sides.flatMap((side) => ["", "", ...joinLines(side, plan.spine, names.get(features.name) ?? "")]),
    ...sides.flatMap((side) => [
      "",
      "",
      `def test_${side.name}():`,
      `    assert written(${side.name}()) == [${side.values.map((value) => pyCell(value, column.type)).join(", ")}]`,
    ]),
    "",
  ].join("\n");

  function listed(side: PlannedSide | undefined): string {
    return side?.values.map((value) => pyCell(value, column.type)).join(", ") ?? "";
  }
}

/** Without what would end a text of several lines, or escape in it. */
function docText(text: string): string {
  return oneLine(text).replaceAll("\\", "\\\\").replaceAll('"', "'");
}

function joinLines(
  { name, planned, join, takes, word }: PlannedSide,
  spine: QueryGroup,
  features: string,
): string[] {
  const { group, on } = planned;
  const created = group.createdTime === null ? "" : `, ${pyText(group.createdTime)}`;
  return [
    `def ${name}():`,
    `    """${docText(`${word}. ${takes}`)}."""`,
    "    pairs = candidates(",
    `        SPINE, ${pyList(on.map((pair) => pair.spine))}, ${pyText(spine.eventTime)},`,
    `        ${features}, ${pyList(on.map((pair) => pair.feature))}, ${pyText(group.eventTime)}${created},`,
    "    )",
    ...(join.kind === "rule" ? ruleLines(planned).map((line) => `    ${line}`) : []),
    ...(join.kind === "same_date"
      ? ["    pairs = pairs[pairs.event.dt.date == pairs.moment.dt.date]  # the same date, whatever the time"]
      : []),
    "    return pairs",
  ];
}

function frameLines(columns: ReturnType<typeof exampleCells>): string[] {
  return columns.map(({ name, type, cells }) => `    ${pyText(name)}: ${pyColumn(type, cells)},`);
}

function pyColumn(type: ColumnType, cells: readonly CellValue[]): string {
  const list = `[${cells.map((cell) => (type === "timestamp" ? pyTime(cell) : pyCell(cell, type))).join(", ")}]`;
  switch (type) {
    case "int64":
      return `pd.array(${list}, dtype="Int64")`;
    case "bool":
      return `pd.array(${list}, dtype="boolean")`;
    case "timestamp":
      return `np.array(${list}, dtype="datetime64[us]")`;
    case "float64":
      return `pd.Series(${list}, dtype="float64")`;
    case "string":
      return `pd.Series(${list}, dtype="object")`;
  }
}

function pyTime(cell: CellValue): string {
  return typeof cell === "bigint" ? pyText(formatTime(cell).replace(/Z$/, "")) : '"NaT"';
}

function pyCell(cell: CellValue, type: ColumnType): string {
  if (cell === null || Number.isNaN(cell)) return "None";
  if (typeof cell === "boolean") return cell ? "True" : "False";
  if (typeof cell === "string") return pyText(cell);
  if (type === "timestamp") return `pd.Timestamp(${pyTime(cell)})`;
  if (typeof cell === "number" && !Number.isFinite(cell)) return `float("${cell > 0 ? "inf" : "-inf"}")`;
  if (type === "float64") return Number.isInteger(cell) ? `${cell}.0` : String(cell);
  return String(cell);
}
