import type { EntitySlice } from "../../microfs/entity-slice";
import type { TimeWindow } from "../../timeline/geometry/time-window";
import { sceneSlice } from "../../timeline/scenes/scene-slice";
import { lastStep } from "../../timeline/step/coordinate";

/** One customer: three payments, the last of them 22 hours before the prediction, so that every join agrees. */
export const HOME_SLICE: EntitySlice = sceneSlice({
  entity: ["user_id", 2n],
  spine: {
    group: "prediction",
    columns: { churned: "bool" },
    rows: [["2025-11-05 14:00", true]],
    label: "churned",
    labelHorizon: "30d",
  },
  joins: [
    {
      group: "payments",
      columns: { total_spend: "float64" },
      rows: [
        ["2025-11-01 10:40", 35],
        ["2025-11-03 09:12", 50],
        ["2025-11-04 16:00", 120],
      ],
    },
  ],
});

/** The payment that the reader is asked to move. */
export const LAST_PAYMENT = { join: 0, row: 2 } as const;

/** The training row is written: both tables stand beside the picture. */
export const HOME_STEP = lastStep(HOME_SLICE, 0);

/** What is shown, whatever is moved: from 30 October to 9 November. */
export const HOME_WINDOW: TimeWindow = {
  fromUs: Date.UTC(2025, 9, 30) * 1000,
  toUs: Date.UTC(2025, 10, 9, 12) * 1000,
};
