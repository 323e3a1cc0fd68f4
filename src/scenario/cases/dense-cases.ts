import { columnsOf, type GeneratedColumns } from "../generated-columns";
import { seededRandom } from "../random";
import type { GeneratorName, Scenario } from "../scenario";

/** The seed of the cases: their pictures are compared, so it stays. */
const DENSE_SEED = 20_251_105;

const DENSE_SCHEMAS = {
  user_activity: { user_id: "int64", timestamp: "timestamp", churned: "bool" },
  user_payments: { user_id: "int64", timestamp: "timestamp", created: "timestamp", total_spend: "float64" },
} as const;

/** More rows than can be drawn one by one. They are made when they are first looked at. */
export const DENSE_CASES: readonly Scenario[] = [
  dense("dense-rows", "100 000 payments of one user: counted, and exact when zoomed in", "dense_rows", 6),
  dense("dense-spine", "1 000 rows to predict for one user", "dense_spine", 500),
];

function dense(name: string, title: string, generator: GeneratorName, row: number): Scenario {
  const { user_activity, user_payments } = DENSE_SCHEMAS;
  const rows = { kind: "generated", generator, seed: DENSE_SEED } as const;
  return {
    version: 1,
    name,
    title,
    groups: [
      {
        definition: {
          name: "user_activity",
          schema: user_activity,
          primaryKeys: ["user_id"],
          eventTime: "timestamp",
        },
        rows,
      },
      {
        definition: {
          name: "user_payments",
          schema: user_payments,
          primaryKeys: ["user_id"],
          eventTime: "timestamp",
          createdTime: "created",
          ttl: "4d",
          delay: "6h",
        },
        rows,
      },
    ],
    view: {
      name,
      labelFg: "user_activity",
      joins: [{ fgName: "user_payments", on: ["user_id"], features: ["total_spend"] }],
      label: "churned",
      labelHorizon: "30d",
    },
    start: { row, join: 0, phase: "write_cell" },
  };
}

const START_MS = Date.UTC(2025, 7, 1);
const START_US = BigInt(START_MS) * 1000n;
const DAY_US = 86_400_000_000;
const USER = 2n;

/** How much there is of one user: payments, the days that they span, and rows to predict for. */
export interface Density {
  payments: number;
  days: number;
  predictions: number;
}

/** Payments by day and little by night, most of them known an hour later; the same for a seed on every machine. */
export function generateDense(
  seed: number,
  { payments, days, predictions }: Density,
): Record<keyof typeof DENSE_SCHEMAS, GeneratedColumns> {
  return { user_activity: activity(predictions, days), user_payments: paid(seed, payments, days) };
}

function paid(seed: number, numRows: number, days: number): GeneratedColumns {
  const random = seededRandom(seed, numRows);
  const times = Float64Array.from({ length: numRows }, () => {
    const day = Math.floor(random.next() * days);
    const hour = 8 + (random.next() + random.next()) * 7;
    return Math.floor((day + hour / 24) * DAY_US);
  }).sort();
  const timesUs = BigInt64Array.from(times, (us) => START_US + BigInt(us));
  const createdUs = timesUs.map((us) => us + BigInt(random.integer(0, 7200)) * 1_000_000n);
  const spend = Float64Array.from(times, () => Math.round(random.between(5, 250) * 100) / 100);
  return {
    numRows,
    columns: new Map([
      ["user_id", { type: "int64", values: new BigInt64Array(numRows).fill(USER) }],
      ["timestamp", { type: "timestamp", values: timesUs }],
      ["created", { type: "timestamp", values: createdUs }],
      ["total_spend", { type: "float64", values: spend }],
    ]),
  };
}

function activity(numRows: number, days: number): GeneratedColumns {
  const rows = Array.from({ length: numRows }, (_, i) => {
    const us = ((i + 0.5) / numRows) * days * DAY_US;
    // Whole minutes: a prediction is made by a clock.
    const timestamp = START_MS + Math.round(us / 60_000_000) * 60_000;
    return { user_id: USER, timestamp, churned: i % 3 === 0 };
  });
  return columnsOf(DENSE_SCHEMAS.user_activity, rows);
}
