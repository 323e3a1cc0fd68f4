import fc from "fast-check";
import { type CellValue, DIRECTIONS, type EntitySlice, type JoinRule } from "../../microfs/core";

const HOUR_US = 3_600_000_000n;
const NOON_US = 1_762_351_200_000_000n; // 2025-11-05 14:00

/** A moment within a day and a half of the predictions, on whole hours, so that ties and exact matches are common. */
const anyHour = fc.integer({ min: -20, max: 20 }).map((hours) => NOON_US + BigInt(hours) * HOUR_US);

export const anyRule: fc.Arbitrary<JoinRule> = fc.record({
  direction: fc.constantFrom(...DIRECTIONS),
  clock: fc.constantFrom("created_time", "event_time"),
  delayUs: fc.constantFrom(0n, 3n * HOUR_US),
  ttlUs: fc.constantFrom(null, 0n, 5n * HOUR_US),
  allowExactMatches: fc.boolean(),
});

/** Small slices of one entity with one or two joins of any rule: ties, nulls, late rows, no rows, a null key. */
export const anySlice: fc.Arbitrary<EntitySlice> = fc
  .record({
    spine: fc.array(anyHour, { minLength: 1, maxLength: 3 }),
    joins: fc.array(
      fc.record({
        rows: fc.array(fc.tuple(anyHour, fc.nat(12), fc.option(fc.nat(9))), { maxLength: 7 }),
        rule: anyRule,
        created: fc.boolean(),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    keyIsNull: fc.boolean(),
  })
  .map(({ spine, joins, keyIsNull }) => ({
    entity: [{ column: "user_id", type: "int64", value: keyIsNull ? null : 2n }],
    spine: {
      fgName: "user_activity",
      trainingRows: Int32Array.from(spine, (_, i) => i),
      rows: Int32Array.from(spine, (_, i) => i + 10),
      timesUs: BigInt64Array.from([...spine].sort((a, b) => Number(a - b))),
      eventTime: "timestamp",
      columns: [],
      label: [],
      labelHorizonUs: null,
    },
    joins: joins.map(({ rows, rule, created }, i) => ({
      fgName: i === 0 ? "user_payments" : "usage",
      rows: Int32Array.from(keyIsNull ? [] : rows, (_, row) => row),
      eventTimesUs: BigInt64Array.from(keyIsNull ? [] : rows.map(([us]) => us)),
      createdTimesUs: created
        ? BigInt64Array.from(keyIsNull ? [] : rows.map(([us, late]) => us + BigInt(late) * HOUR_US))
        : null,
      eventTime: "timestamp",
      createdTime: created ? "created" : null,
      primaryKeys: ["user_id"],
      on: [{ spineColumn: "user_id", column: "user_id" }],
      columns: [
        {
          name: "spend",
          type: "float64",
          values: keyIsNull ? [] : rows.map(([, , value]): CellValue => value),
        },
      ],
      writes: [{ column: "spend", as: "spend" }],
      rule: { ...rule, clock: created ? rule.clock : "event_time" },
      groupClock: { clock: created ? "created_time" : "event_time", delayUs: rule.delayUs },
      keyIsNull,
    })),
  }));
