import type { EntitySlice } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import { scenarioRules } from "../../scenario/scenario-rules";
import { scenarioSlice } from "../../scenario/scenario-slice";
import type { TimeWindow } from "../../timeline/geometry/time-window";
import { startOf } from "../../timeline/step/coordinate";

/** One customer: three payments, the last of them 22 hours before the prediction, so that every join agrees. */
export const HOME_SCENARIO: Scenario = {
  version: 1,
  name: "home",
  title: "A payment that has not happened",
  groups: [
    {
      definition: {
        name: "prediction",
        schema: { user_id: "int64", timestamp: "timestamp", churned: "bool" },
        primaryKeys: ["user_id"],
        eventTime: "timestamp",
      },
      rows: { kind: "inline", rows: [{ user_id: "2", timestamp: "2025-11-05 14:00", churned: true }] },
    },
    {
      definition: {
        name: "payments",
        schema: { user_id: "int64", timestamp: "timestamp", total_spend: "float64" },
        primaryKeys: ["user_id"],
        eventTime: "timestamp",
      },
      rows: {
        kind: "inline",
        rows: [
          { user_id: "2", timestamp: "2025-11-01 10:40", total_spend: 35 },
          { user_id: "2", timestamp: "2025-11-03 09:12", total_spend: 50 },
          { user_id: "2", timestamp: "2025-11-04 16:00", total_spend: 120 },
        ],
      },
    },
  ],
  view: {
    name: "spend_at_prediction",
    labelFg: "prediction",
    joins: [{ fgName: "payments", on: ["user_id"] }],
    label: "churned",
    labelHorizon: "30d",
  },
  // What many first write: the latest value there is, whenever it happened.
  rules: [{ direction: "latest" }],
  // The training row is written: both tables stand beside the picture.
  start: { row: 0, join: 0, phase: "write_cell" },
};

export const HOME_SLICE: EntitySlice = scenarioSlice(HOME_SCENARIO, 0);

/** Per join the tempting rule that the picture warns of. */
export const HOME_RULES = scenarioRules(HOME_SCENARIO);

/** The step that is shown, whatever is moved. */
export const HOME_STEP = startOf(HOME_SCENARIO);

/** The payment that the reader is asked to move. */
export const LAST_PAYMENT = { join: 0, row: 2 } as const;

/** What is shown, whatever is moved: from 30 October to 9 November. */
export const HOME_WINDOW: TimeWindow = {
  fromUs: Date.UTC(2025, 9, 30) * 1000,
  toUs: Date.UTC(2025, 10, 9, 12) * 1000,
};
