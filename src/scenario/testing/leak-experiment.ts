import type { GeneratedColumn, GeneratedColumns } from "../generated-columns";
import type { JoinDefinition, Scenario } from "../scenario";
import { columnOf } from "./column-of";
import { joinGenerated } from "./join-generated";
import { areaUnderCurve, score, trainLogistic } from "./logistic-regression";

/** A wrong way, or the right one, to make every join of a view. */
export type JoinManner = Pick<JoinDefinition, "direction" | "asOf">;

/** What one manner promises and what it delivers, as areas under the ROC curve. */
export interface LeakResult {
  /** On later rows joined in the same manner: what the notebook says. */
  offline: number;
  /** On the same later rows, joined as of the prediction: what production sees. */
  production: number;
}

// A month lies between the two, so that no label of the first was still open when the second began.
const TRAIN_BEFORE_US = BigInt(Date.UTC(2025, 6, 2)) * 1000n;
const TEST_FROM_US = BigInt(Date.UTC(2025, 7, 1)) * 1000n;

/** Trains on the earlier spine rows, joined in `manner`, and asks about the later ones. */
export function leakExperiment(
  scenario: Scenario,
  histories: Readonly<Record<string, GeneratedColumns>>,
  manner: JoinManner,
): LeakResult {
  const spine = histories[scenario.view.labelFg];
  if (spine === undefined) throw new RangeError("the scenario has no spine");
  const labels = Array.from(columnOf(spine, "churned", "bool").values);
  const times = columnOf(spine, "predicted_at", "timestamp").values;
  const rows = labels.map((_, row) => row);
  const train = rows.filter((row) => (times[row] ?? 0n) < TRAIN_BEFORE_US);
  const test = rows.filter((row) => (times[row] ?? 0n) >= TEST_FROM_US);

  const asJoined = inputsOf(scenario, histories, manner);
  const asKnown = inputsOf(scenario, histories, {});
  const model = trainLogistic(take(asJoined, train), take(labels, train));
  return {
    offline: areaUnderCurve(score(model, take(asJoined, test)), take(labels, test)),
    production: areaUnderCurve(score(model, take(asKnown, test)), take(labels, test)),
  };
}

/** Shape [spine rows][inputs]: every feature as a number, a null as 0 with a flag, a text as a flag per text. */
function inputsOf(
  scenario: Scenario,
  histories: Readonly<Record<string, GeneratedColumns>>,
  manner: JoinManner,
): number[][] {
  const spine = histories[scenario.view.labelFg];
  const tenure =
    spine === undefined ? [] : Array.from(columnOf(spine, "tenure_days", "int64").values, Number);
  const inputs: number[][] = [tenure];
  for (const join of scenario.view.joins) {
    const history = histories[join.fgName];
    const hasCreatedTime = scenario.groups.some(
      ({ definition }) => definition.name === join.fgName && definition.createdTime != null,
    );
    const asked = { ...join, ...manner, asOf: hasCreatedTime ? manner.asOf : undefined };
    const { index } = joinGenerated(scenario, histories, asked);
    for (const name of join.features ?? []) {
      const column = history?.columns.get(name);
      if (column !== undefined) inputs.push(...encode(column, index));
    }
  }
  return tenure.map((_, row) => inputs.map((input) => input[row] ?? 0));
}

function encode(column: GeneratedColumn, index: Int32Array): number[][] {
  const isNull = Array.from(index, (row) => (row < 0 || column.valid?.[row] === 0 ? 1 : 0));
  if (column.type === "string") {
    const flags = column.dictionary.map((_, code) =>
      Array.from(index, (row, i) => (isNull[i] === 0 && column.codes[row] === code ? 1 : 0)),
    );
    return [isNull, ...flags];
  }
  return [isNull, Array.from(index, (row, i) => (isNull[i] === 1 ? 0 : Number(column.values[row])))];
}

function take<T>(values: readonly T[], rows: readonly number[]): T[] {
  return rows.flatMap((row) => values.slice(row, row + 1));
}
