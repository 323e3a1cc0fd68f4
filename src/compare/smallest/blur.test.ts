import { expect, test } from "vitest";
import type { InlineRow, Scenario } from "../../scenario/scenario";
import { blurred } from "./blur";

/** Two keys under other names in the group, a created time, and a column of each type that is left. */
function scenario(rows: readonly InlineRow[], spineTime = "2024-03-09T23:30:00Z"): Scenario {
  return {
    version: 1,
    name: "secret",
    title: "shown",
    groups: [
      {
        definition: {
          name: "orders",
          schema: { shop: "string", person: "int64", at: "timestamp" },
          primaryKeys: ["person"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: [{ shop: "Bern", person: "4711", at: spineTime }] },
      },
      {
        definition: {
          name: "salaries",
          schema: { where: "string", who: "int64", paid: "timestamp", seen: "timestamp", pay: "float64" },
          primaryKeys: ["who"],
          eventTime: "paid",
          createdTime: "seen",
          delay: "6h",
        },
        rows: { kind: "inline", rows: [...rows] },
      },
    ],
    view: {
      name: "who earns what",
      labelFg: "orders",
      joins: [{ fgName: "salaries", on: { shop: "where", person: "who" }, ttl: "7d", features: ["pay"] }],
    },
  };
}

const row = (paid: string, seen: string, pay: number | string): InlineRow => ({
  where: "Bern",
  who: "4711",
  paid,
  seen,
  pay,
});

const rowsIn = (blur: ReturnType<typeof blurred>, group: number) => {
  const rows = blur.scenario.groups[group]?.rows;
  return rows?.kind === "inline" ? rows.rows : [];
};

test("no name and no value of the author is left; durations and types are", () => {
  const given = scenario([row("2024-03-08T10:00:00Z", "2024-03-08T11:00:00Z", 9_500)]);
  const { scenario: made, column } = blurred(given, "pay");
  expect(column).toBe("feature");
  expect(JSON.stringify(made)).not.toMatch(
    /orders|salaries|Bern|4711|person|shop|where|who|pay|2024|9500|earns/,
  );
  expect(made.view).toEqual({
    name: "view",
    labelFg: "spine",
    joins: [{ fgName: "group_a", on: ["key_1", "key_2"], ttl: "7d", features: ["feature"] }],
  });
  expect(made.groups[1]?.definition).toEqual({
    name: "group_a",
    schema: {
      key_1: "string",
      key_2: "int64",
      event_time: "timestamp",
      created_time: "timestamp",
      feature: "float64",
    },
    primaryKeys: ["key_2"],
    eventTime: "event_time",
    createdTime: "created_time",
    delay: "6h",
  });
});

test("times move by whole days, the first to 1 January 2025: gaps and dates that two of them share stay", () => {
  const made = blurred(
    scenario([
      row("2024-03-09T00:10:00Z", "2024-03-10T00:00:00.000001Z", 1),
      row("2024-02-28T22:00:00Z", "2024-02-28T22:00:00Z", 2),
    ]),
    "pay",
  );
  expect(rowsIn(made, 0)).toEqual([{ key_1: "a", key_2: "1", event_time: "2025-01-11T23:30:00Z" }]);
  expect(rowsIn(made, 1).map(({ event_time, created_time }) => [event_time, created_time])).toEqual([
    ["2025-01-11T00:10:00Z", "2025-01-12T00:00:00.000001Z"],
    ["2025-01-01T22:00:00Z", "2025-01-01T22:00:00Z"],
  ]);
});

test("numbers become ranks, equal ones alike; what is no number stays", () => {
  const times = ["2024-03-08", "2024-03-08"] as const;
  const pays = [70, -3.5, "Infinity", 70, "NaN", "-Infinity"];
  const made = blurred(scenario(pays.map((pay) => row(...times, pay))), "pay");
  expect(rowsIn(made, 1).map(({ feature }) => feature)).toEqual([3, 2, 4, 3, "NaN", 1]);
});

test("times that would leave the calendar stay where they are", () => {
  const made = blurred(scenario([row("0001-01-01", "0001-01-02", 1)], "9999-12-31"), "pay");
  expect(rowsIn(made, 0)[0]?.event_time).toBe("9999-12-31T00:00:00Z");
});
