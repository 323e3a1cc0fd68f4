import type { EntitySlice } from "../../../microfs/core";

const at = (clock: string) => BigInt(Date.parse(`2025-11-05T${clock}:00Z`)) * 1000n;

/** User 2: payments at 10:00 (row 0) and 12:00 (row 1); predictions at 11:00 (row 0) and 13:00 (row 1). */
export const smallSlice: EntitySlice = {
  entity: [{ column: "user_id", type: "int64", value: 2n }],
  spine: {
    fgName: "activity",
    trainingRows: Int32Array.of(0, 1),
    rows: Int32Array.of(0, 1),
    timesUs: BigInt64Array.of(at("11:00"), at("13:00")),
    eventTime: "at",
    columns: [
      { name: "user_id", type: "int64", values: [2n, 2n] },
      { name: "at", type: "timestamp", values: [at("11:00"), at("13:00")] },
      { name: "clicks", type: "int64", values: [7n, 8n] },
    ],
    label: [],
    labelHorizonUs: null,
  },
  joins: [
    {
      fgName: "payments",
      rows: Int32Array.of(0, 1),
      eventTimesUs: BigInt64Array.of(at("10:00"), at("12:00")),
      createdTimesUs: null,
      eventTime: "at",
      createdTime: null,
      primaryKeys: ["user_id"],
      on: [{ spineColumn: "user_id", column: "user_id" }],
      columns: [
        { name: "user_id", type: "int64", values: [2n, 2n] },
        { name: "at", type: "timestamp", values: [at("10:00"), at("12:00")] },
        { name: "amount", type: "float64", values: [50, 75] },
      ],
      writes: [{ column: "amount", as: "amount" }],
      rule: { direction: "backward", clock: "event_time", delayUs: 0n, ttlUs: null, allowExactMatches: true },
      groupClock: { clock: "event_time", delayUs: 0n },
      keyIsNull: false,
    },
  ],
};
