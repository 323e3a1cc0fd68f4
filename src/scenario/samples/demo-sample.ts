import type { Scenario } from "../scenario";

/** microFS's own demo, small enough to check by eye. "Today" is 6 November 2025, noon UTC. */
export const DEMO_SAMPLE: Scenario = {
  version: 1,
  name: "demo",
  title: "microFS demo",
  text: "Two users, four activities, two payments. Which payment could have been known at each activity?",
  groups: [
    {
      definition: {
        name: "user_activity",
        schema: { user_id: "int64", activity_count: "int64", timestamp: "timestamp" },
        primaryKeys: ["user_id"],
        eventTime: "timestamp",
      },
      rows: {
        kind: "inline",
        rows: [
          { user_id: "1", activity_count: "10", timestamp: "2025-11-01T12:00:00Z" },
          { user_id: "1", activity_count: "20", timestamp: "2025-11-05T12:00:00Z" },
          { user_id: "2", activity_count: "5", timestamp: "2025-11-01T12:00:00Z" },
          { user_id: "2", activity_count: "15", timestamp: "2025-11-04T12:00:00Z" },
        ],
      },
    },
    {
      definition: {
        name: "user_payments",
        schema: { user_id: "int64", total_spend: "float64", timestamp: "timestamp" },
        primaryKeys: ["user_id"],
        eventTime: "timestamp",
      },
      rows: {
        kind: "inline",
        rows: [
          { user_id: "1", total_spend: 100.5, timestamp: "2025-11-03T12:00:00Z" },
          { user_id: "2", total_spend: 50, timestamp: "2025-11-03T12:00:00Z" },
        ],
      },
    },
  ],
  view: {
    name: "activity_payment_fv",
    labelFg: "user_activity",
    joins: [{ fgName: "user_payments", on: ["user_id"] }],
  },
  // User 2 has a payment in the table, and on 1 November nobody could have known it.
  start: {
    row: 2,
    join: 0,
    phase: "find_entity",
    question:
      "A shop asks on 1 November at noon: what has user 2 spent? Its table holds one payment, of 3 November.",
  },
};
