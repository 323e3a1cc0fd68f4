import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../microfs/testing/property-runs";
import { rowsOfColumn, takenCount, takenFor } from "./lineage";
import { naiveTaken, type PlainVariant } from "./testing/naive-variant";
import { type PlainView, plainView, viewOfPlain } from "./testing/plain-view";
import { type JoinVariant, type VariantFilter, type ViewVariant, variantsOf } from "./variant";
import { type VariantTable, variantTable } from "./variant-table";

/** What the naive statement takes, per training row and join. */
function naiveJoins({ spine, joins }: PlainView, table: VariantTable) {
  return Array.from(table.data.order, (spineRow) =>
    joins.map(({ rows }, join) => {
      const asked = spine[spineRow];
      const variant: PlainVariant | undefined = table.variant.joins[join];
      if (asked === undefined || variant === undefined) throw new RangeError("there must be such a row");
      return naiveTaken(asked, rows, variant);
    }),
  );
}

/** The same as the table says it. */
function joinsOf({ data, joins }: VariantTable) {
  return Array.from(data.order, (_, trainingRow) =>
    joins.map((taken, join) => ({
      rows: [...takenFor(taken.rows, trainingRow)],
      byColumn: (data.joins[join]?.features ?? []).map((_, column) => [
        ...takenFor(rowsOfColumn(taken, column), trainingRow),
      ]),
    })),
  );
}

/** Every column of rows that are none is none, also where there is no row to count the columns of. */
const withColumns = (taken: ReturnType<typeof naiveJoins>) =>
  taken.map((joins) =>
    joins.map(({ rows, byColumn }) => ({
      rows: [...rows],
      byColumn: byColumn.length > 0 ? byColumn.map((column) => [...column]) : [[], []],
    })),
  );

const rulesOf = (view: ReturnType<typeof viewOfPlain>) => view.joins.map(({ join }) => join.rule);

test("every variant of the menu takes what its filters and its pick say, in words", () => {
  fc.assert(
    fc.property(plainView, (given) => {
      const data = viewOfPlain(given);
      for (const variant of variantsOf(rulesOf(data))) {
        const table = variantTable(data, variant);
        expect(joinsOf(table), variant.name).toEqual(withColumns(naiveJoins(given, table)));
      }
    }),
    propertyRuns(150),
  );
});

const sixHours = fc.integer({ min: 0, max: 5 }).map((hours) => BigInt(hours) * 21_600_000_000n);
const filter: fc.Arbitrary<VariantFilter> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("happened" as const, "ahead" as const),
    allowExactMatches: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("not_at" as const) }),
  fc.record({
    kind: fc.constant("known" as const),
    clock: fc.constantFrom("created_time" as const, "event_time" as const),
    delayUs: sixHours,
  }),
  fc.record({ kind: fc.constantFrom("age" as const, "distance" as const), ttlUs: sixHours }),
);
const joinVariant: fc.Arbitrary<JoinVariant> = fc.record({
  key: fc.constantFrom("entity", "none", "entity_and_date", "date"),
  filters: fc.array(filter, { maxLength: 2 }),
  pick: fc.constantFrom("last", "first", "nearest", "each", "greatest_of_each_column"),
});

test("so does any key with any filters and any pick", () => {
  fc.assert(
    fc.property(plainView, fc.array(joinVariant, { minLength: 3, maxLength: 3 }), (given, joins) => {
      const variant: ViewVariant = { name: "own", joins, rules: [null, null, null] };
      const table = variantTable(viewOfPlain(given), variant);
      expect(joinsOf(table)).toEqual(withColumns(naiveJoins(given, table)));
    }),
    propertyRuns(300),
  );
});

test("joins that take several rows multiply, the last join's row changing first, and no spine row is lost", () => {
  fc.assert(
    fc.property(plainView, (given) => {
      const data = viewOfPlain(given);
      for (const variant of variantsOf(rulesOf(data))) {
        const table = variantTable(data, variant);
        const built = naiveJoins(given, table).flatMap((joins, trainingRow) =>
          joins
            .map(({ rows }) => (rows.length === 0 ? [-1] : rows))
            .reduce<number[][]>((all, rows) => all.flatMap((left) => rows.map((row) => [...left, row])), [[]])
            .map((rows) => ({ trainingRow, rows })),
        );
        expect(table.numRows, variant.name).toBe(built.length);
        const { trainingRows, joins } = table.rowsAt(Float64Array.from(built.keys()));
        const asked = Array.from(trainingRows, (trainingRow, at) => ({
          trainingRow,
          rows: joins.map((join) => join[at]),
        }));
        expect(asked, variant.name).toEqual(built);
        for (const trainingRow of data.order.keys())
          expect(table.firstRowOf(trainingRow)).toBe(
            built.findIndex((row) => row.trainingRow === trainingRow),
          );
        expect(() => table.rowsAt(Float64Array.of(built.length))).toThrow(RangeError);
      }
    }),
    propertyRuns(80),
  );
});

test("every row of the same date in UTC: from midnight to the microsecond before the next", () => {
  const at = (time: string) => BigInt(Date.parse(time)) * 1000n;
  const row = (time: string, by = 0n) => ({ key: 1n, event: at(time) + by, created: null, values: [1, 1] });
  const given: PlainView = {
    spine: [
      { key: 1n, t: at("1969-12-31T12:00Z") },
      { key: 1n, t: at("1970-01-01T00:00Z") },
      { key: 1n, t: at("1970-01-03T00:00Z") },
    ],
    joins: [
      {
        rows: [
          row("1969-12-31T00:00Z", -1n),
          row("1969-12-31T00:00Z"),
          row("1970-01-01T00:00Z", -1n),
          row("1970-01-01T00:00Z"),
          row("1970-01-02T00:00Z", -1n),
          row("1970-01-02T00:00Z"),
        ],
        hasCreated: false,
        delayUs: 0n,
        join: {},
      },
    ],
  };
  const data = viewOfPlain(given);
  const variant = variantsOf(rulesOf(data)).find(({ name }) => name === "calendar_date");
  if (variant === undefined) throw new RangeError("the calendar date must be on the menu");
  const table = variantTable(data, variant);
  expect(joinsOf(table).map(([join]) => join?.rows)).toEqual([[1, 2], [3, 4], []]);
  expect(table.numRows).toBe(5);
  expect(takenCount(table.joins[0]?.rows ?? { kind: "one", index: new Int32Array() }, 2)).toBe(0);
});
