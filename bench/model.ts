import { ok } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LinearModel, Matrix } from "../src/compare/model/linear-model";
import { fitLogistic } from "../src/compare/model/logistic-regression";
import { fitRidge } from "../src/compare/model/ridge-regression";
import { seededRandom } from "../src/scenario/random";

export const MODEL_TITLE = "a model on 20 k rows × 20 features";

const ROWS = 20_000;
const COLUMNS = 20;
const RUNS = 7;
/** Debian's: python3-sklearn. */
const PYTHON = "/usr/bin/python3";

interface Answer {
  readonly seconds: number;
  readonly coefficients: readonly number[];
}

/**
 * Seconds of the processor, of all its threads, for a logistic and a ridge regression, by ours and by scikit-learn's where it is
 * there. Runs alternate. Throws where coefficients differ by more than 1e-6. Those of lbfgs are not compared: it stops before,
 * some 1e-6 off where it is asked for 1e-8.
 */
export function measureModel(): Record<string, number[]> {
  const { x, y, amount } = madeRows();
  const folder = mkdtempSync(join(tmpdir(), "microfs-bench-"));
  for (const [name, values] of Object.entries({ x: x.values, y, amount }))
    writeFileSync(join(folder, name), values);
  const seconds: Record<string, number[]> = {};
  const note = (way: string, taken: number) => {
    seconds[way] = [...(seconds[way] ?? []), taken];
  };
  for (let run = 0; run < RUNS; run++) {
    const logistic = timed(() => fitLogistic(x, y));
    note("microFS, logistic, to 1e-8", logistic.seconds);
    const ridge = timed(() => fitRidge(x, amount));
    note("microFS, ridge", ridge.seconds);
    for (const [way, theirs] of Object.entries(askScikit(folder))) {
      note(way, theirs.seconds);
      if (way.includes("lbfgs")) continue;
      const ours = way.includes("Ridge") ? ridge : logistic;
      const off = theirs.coefficients.map((weight, i) => Math.abs(weight - (ours.weights[i] ?? Number.NaN)));
      ok(Math.max(...off) < 1e-6, `${way} must come to the same coefficients: ${Math.max(...off)}`);
    }
  }
  rmSync(folder, { recursive: true });
  return seconds;
}

function timed(train: () => Generator<void, LinearModel>) {
  const before = process.cpuUsage();
  const work = train();
  let step = work.next();
  while (step.done !== true) step = work.next();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, weights: step.value.weights };
}

function askScikit(folder: string): Record<string, Answer> {
  const script = new URL("./contenders/sklearn_model.py", import.meta.url).pathname;
  const asked = spawnSync(PYTHON, [script, folder, String(ROWS), String(COLUMNS)], { encoding: "utf8" });
  return asked.status === 0 ? JSON.parse(asked.stdout) : {};
}

/** Standardized numbers, a class and an amount that some of them tell of. */
function madeRows(): { x: Matrix; y: Float64Array; amount: Float64Array } {
  const { between } = seededRandom(3);
  const width = Math.sqrt(3);
  const values = new Float64Array(ROWS * COLUMNS).map(() => between(-width, width));
  const amount = new Float64Array(ROWS).map((_, row) => {
    const told = values.subarray(row * COLUMNS, row * COLUMNS + 4).reduce((sum, value) => sum + value, 0);
    return told + between(-4, 4);
  });
  return {
    x: { rows: ROWS, columns: COLUMNS, values },
    y: amount.map((value) => (value > 1 ? 1 : 0)),
    amount,
  };
}
