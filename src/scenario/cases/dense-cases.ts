import type { GeneratorName, Scenario } from "../scenario";
import { DENSE_SCHEMAS, DENSE_SEED } from "./generate-dense";

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
