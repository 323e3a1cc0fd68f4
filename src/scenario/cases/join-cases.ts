import type { InlineValue, Scenario } from "../scenario";
import { type SmallJoin, type SmallScenario, smallScenario } from "./small-scenario";

const T = "2025-11-05 14:00";
const PREDICTION = {
  group: "user_activity",
  columns: { churned: "bool" },
  label: "churned",
  labelHorizon: "30d",
} as const;

/** Every case that a join can meet, each at a glance. */
export const JOIN_CASES: readonly Scenario[] = [
  one(
    "train",
    "Every verdict in one lane",
    {
      entity: ["user_id", 2],
      spine: {
        ...PREDICTION,
        columns: { activity_count: "int64", churned: "bool" },
        rows: [
          ["2025-10-31 10:00", 5, false],
          [T, 15, true],
          ["2025-11-08 08:00", 9, true],
        ],
      },
      joins: [
        payments(
          [
            ["2025-10-29 06:00", 20],
            ["2025-11-02 11:00", 35],
            ["2025-11-03 09:12", 50],
            ["2025-11-05 11:00", 75],
            ["2025-11-07 10:00", 120],
          ],
          { ttl: "4d", delay: "6h" },
        ),
        {
          group: "support_tickets",
          columns: { open_tickets: "int64" },
          rows: [
            ["2025-10-30 18:00", 2],
            ["2025-11-01 12:00", 1],
            ["2025-11-04 08:00", 3],
            ["2025-11-08 09:00", 4],
          ],
          created: ["2025-10-30 18:00", "2025-11-01 12:00", "2025-11-06 10:00", "2025-11-08 09:00"],
        },
      ],
    },
    { row: 1, join: 0, phase: "write_cell" },
  ),
  one(
    "joins",
    "Four joins, the third being played",
    {
      entity: ["user_id", 2],
      spine: { ...PREDICTION, rows: [[T, true]] },
      joins: [
        payments(
          [
            ["2025-11-02 11:00", 35],
            ["2025-11-03 09:12", 50],
            ["2025-11-07 10:00", 120],
          ],
          { ttl: "4d" },
        ),
        {
          group: "support_tickets",
          columns: { open_tickets: "int64", last_topic: "string", waiting_h: "float64" },
          rows: [
            ["2025-11-01 12:00", 1, "billing", 4.5],
            ["2025-11-04 08:00", 3, "billing", 12],
          ],
          created: ["2025-11-01 12:00", "2025-11-06 10:00"],
        },
        {
          group: "user_sessions",
          columns: { minutes: "int64", device: "string" },
          rows: [
            ["2025-10-31 20:00", 12, "phone"],
            ["2025-11-04 21:30", 41, "laptop"],
            ["2025-11-05 13:10", 3, "phone"],
          ],
          delay: "6h",
        },
        {
          group: "marketing_emails",
          columns: { opened: "bool" },
          rows: [
            ["2025-10-29 09:00", true],
            ["2025-11-03 09:00", false],
          ],
          ttl: "7d",
        },
      ],
    },
    { row: 0, join: 2, phase: "write_cell" },
  ),
  plain("chosen", "One row, and it is chosen", payments([["2025-11-03 09:12", 50]])),
  plain(
    "superseded",
    "The latest of three wins",
    payments([
      ["2025-10-31 08:00", 20],
      ["2025-11-02 11:00", 35],
      ["2025-11-03 09:12", 50],
    ]),
  ),
  plain(
    "expired",
    "All are older than the TTL",
    payments(
      [
        ["2025-10-28 06:00", 20],
        ["2025-10-30 11:00", 35],
      ],
      { ttl: "4d" },
    ),
  ),
  plain(
    "ttl-edge",
    "An age equal to the TTL is still fresh",
    payments(
      [
        ["2025-11-01 13:59:59", 20],
        ["2025-11-01 14:00", 35],
      ],
      { ttl: "4d" },
    ),
  ),
  plain(
    "ttl-zero",
    "A TTL of 0 means the same instant only",
    payments(
      [
        ["2025-11-05 13:00", 35],
        [T, 50],
      ],
      { ttl: "0d" },
    ),
  ),
  plain(
    "not-yet-known",
    "Happened, but inside the delay",
    payments(
      [
        ["2025-11-05 09:30", 75],
        ["2025-11-05 11:00", 80],
      ],
      { delay: "6h" },
    ),
  ),
  plain(
    "created-time",
    "Written down too late",
    payments(
      [
        ["2025-11-01 10:00", 35],
        ["2025-11-04 08:00", 75],
      ],
      { created: ["2025-11-01 12:00", "2025-11-06 10:00"] },
    ),
  ),
  plain(
    "future-only",
    "Everything happens later",
    payments([
      ["2025-11-06 10:00", 90],
      ["2025-11-07 10:00", 120],
    ]),
  ),
  plain(
    "tie",
    "Two of one moment: the one inserted last",
    payments([
      ["2025-11-02 10:00", 20],
      ["2025-11-04 09:00", 35],
      ["2025-11-04 09:00", 50],
    ]),
  ),
  plain(
    "correction",
    "A correction: the one known last",
    payments(
      [
        ["2025-11-04 09:00", 35],
        ["2025-11-04 09:00", 50],
      ],
      { created: ["2025-11-04 10:00", "2025-11-05 08:00"] },
    ),
  ),
  plain(
    "exact-match",
    "At the very moment, and it counts",
    payments([
      ["2025-11-03 10:00", 35],
      [T, 50],
    ]),
  ),
  plain(
    "exact-match-off",
    "At the very moment, and it does not count",
    payments(
      [
        ["2025-11-03 10:00", 35],
        [T, 50],
      ],
      { rule: { allowExactMatches: false } },
    ),
  ),
  plain(
    "null-value",
    "A null is chosen, not a value",
    payments([
      ["2025-11-02 11:00", 35],
      ["2025-11-04 09:00", null],
    ]),
  ),
  one("null-key", "A null key matches nothing", {
    entity: ["user_id", null],
    spine: { ...PREDICTION, rows: [[T, true]] },
    joins: [payments([])],
  }),
  plain("no-entity", "The group holds nothing of the user", payments([])),
  plain(
    "nearest",
    "Nearest looks both ways, and leaks",
    payments(
      [
        ["2025-11-02 11:00", 35],
        ["2025-11-06 10:00", 120],
      ],
      { rule: { direction: "nearest" } },
    ),
  ),
  plain(
    "nearest-tie",
    "Equally near: the past wins",
    payments(
      [
        ["2025-11-04 14:00", 35],
        ["2025-11-06 14:00", 120],
      ],
      { rule: { direction: "nearest" } },
    ),
  ),
  plain(
    "forward",
    "Forward takes the first that comes",
    payments(
      [
        ["2025-11-02 11:00", 35],
        ["2025-11-06 10:00", 90],
        ["2025-11-07 10:00", 120],
      ],
      { rule: { direction: "forward" } },
    ),
  ),
  plain(
    "latest",
    "Latest: the classic leak",
    payments(
      [
        ["2025-11-02 11:00", 35],
        ["2025-11-03 09:12", 50],
        ["2025-11-07 10:00", 120],
      ],
      { rule: { direction: "latest" } },
    ),
  ),
  plain(
    "latest-expired",
    "Latest asks the age of the one it picked",
    payments(
      [
        ["2025-10-20 11:00", 35],
        ["2025-10-24 09:12", 50],
      ],
      { ttl: "4d", rule: { direction: "latest" } },
    ),
  ),
  plain("burst", "200 rows in one second, then a month of nothing", payments(burst())),
  plain("many", "1 000 rows, counted", payments(many(1000)), 40),
];

function one(name: string, title: string, written: SmallScenario, start?: SmallScenario["start"]): Scenario {
  return smallScenario({ name, title, ...written, ...(start === undefined ? {} : { start }) });
}

function plain(name: string, title: string, join: SmallJoin, spineRows = 1): Scenario {
  const rows = Array.from({ length: spineRows }, (_, i): [string, boolean] => [day(T, 7 * i), i % 3 === 0]);
  return one(name, title, { entity: ["user_id", 2], spine: { ...PREDICTION, rows }, joins: [join] });
}

function payments(rows: SmallJoin["rows"], more: Partial<SmallJoin> = {}): SmallJoin {
  return { group: "user_payments", columns: { total_spend: "float64" }, rows, ...more };
}

function burst(): [string, InlineValue][] {
  const fives = Array.from({ length: 200 }, (_, i): [string, InlineValue] => [
    `2025-10-03 09:00:00.${String(i * 5000).padStart(6, "0")}`,
    10 + i,
  ]);
  return [...fives, ["2025-11-04 09:00", 320], ["2025-11-04 21:00", 340], ["2025-11-06 08:00", 360]];
}

function many(count: number): [string, InlineValue][] {
  return Array.from({ length: count }, (_, i): [string, InlineValue] => [
    day("2025-10-06 00:00", i * 0.41),
    (i * 37) % 250,
  ]);
}

function day(from: string, days: number): string {
  const ms = Date.parse(`${from.replace(" ", "T")}Z`) + Math.round(days * 86_400_000);
  return new Date(ms).toISOString();
}
