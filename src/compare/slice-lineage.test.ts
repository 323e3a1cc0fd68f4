import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntitySlice, JoinRule } from "../microfs/core";
import { propertyRuns } from "../microfs/testing/property-runs";
import { rowsOfColumn, takenFor } from "./lineage";
import { sliceLineage } from "./slice-lineage";
import { isLaterRow, naiveKnownAt, naiveTaken, type PlainRow } from "./testing/naive-variant";
import { type PlainJoin, type PlainView, plainView, viewOfPlain } from "./testing/plain-view";
import { type JoinVariant, type ViewVariant, variantOfRule, variantsOf } from "./variant";
import { variantTable } from "./variant-table";

/** The slice of one spine row's entity: that row alone, and the entity's rows of each group. */
function sliceOf({ spine, joins }: PlainView, rules: readonly JoinRule[], spineRow: number): EntitySlice {
  const asked = spine[spineRow];
  if (asked === undefined) throw new RangeError("there must be such a row");
  return {
    entity: [{ column: "user", type: "int64", value: asked.key }],
    spine: {
      fgName: "spine",
      trainingRows: Int32Array.of(0),
      rows: Int32Array.of(spineRow),
      timesUs: BigInt64Array.of(asked.t),
      eventTime: "ts",
      columns: [],
      label: [],
      labelHorizonUs: null,
    },
    joins: joins.map(({ rows, hasCreated, delayUs }, number) => {
      const own = [...rows.keys()].filter((row) => asked.key !== null && rows[row]?.key === asked.key);
      const of = <T>(read: (row: PlainRow) => T) =>
        own.flatMap((row) => rows.slice(row, row + 1).map((one) => read(one)));
      const rule = rules[number];
      if (rule === undefined) throw new RangeError("there must be such a join");
      return {
        fgName: `group${number}`,
        rows: Int32Array.from(own),
        eventTimesUs: BigInt64Array.from(of(({ event }) => event)),
        createdTimesUs: hasCreated ? BigInt64Array.from(of(({ created }) => created ?? 0n)) : null,
        eventTime: "happened",
        createdTime: hasCreated ? "created" : null,
        primaryKeys: ["user"],
        on: [{ spineColumn: "user", column: "user" }],
        columns: ["a", "b"].map((name, column) => ({
          name,
          type: "float64",
          values: of(({ values }) => values[column] ?? null),
        })),
        writes: [
          { column: "a", as: "a" },
          { column: "b", as: "b" },
        ],
        rule,
        groupClock: { clock: hasCreated ? "created_time" : "event_time", delayUs },
        keyIsNull: asked.key === null,
      };
    }),
  };
}

const GREATEST: JoinVariant = { key: "entity", filters: [], pick: "greatest_of_each_column" };

test("a slice's lineage is the whole table's, with what leaks and what is stale", () => {
  fc.assert(
    fc.property(plainView, (given) => {
      const data = viewOfPlain(given);
      const rules = data.joins.map(({ join }) => join.rule);
      const greatest: ViewVariant = {
        name: "own",
        joins: rules.map(() => GREATEST),
        rules: rules.map(() => null),
      };
      for (const variant of [...variantsOf(rules), greatest]) {
        const table = variantTable(data, variant);
        data.order.forEach((spineRow, trainingRow) => {
          const slice = sliceOf(given, rules, spineRow);
          given.joins.forEach((plain, join) => {
            const found = sliceLineage(slice, join, variant, 0);
            const rowOf = (position: number) => slice.joins[join]?.rows[position] ?? -1;
            const whole = table.joins[join];
            if (whole === undefined) throw new RangeError("there must be such a join");
            const rows = [...takenFor(whole.rows, trainingRow)];
            expect([...found.positions].map(rowOf)).toEqual(rows);
            const { offsets, rows: positions } = found.byColumn;
            expect(
              [0, 1].map((column) => [...positions.slice(offsets[column], offsets[column + 1])].map(rowOf)),
            ).toEqual([0, 1].map((column) => [...takenFor(rowsOfColumn(whole, column), trainingRow)]));

            const t = given.spine[spineRow]?.t ?? 0n;
            const ahead = rows.map((row) => knownAt(plain, row) - t);
            expect([...found.leak]).toEqual(ahead.map((us) => (us > 0n ? 1 : 0)));
            expect([...found.peekUs]).toEqual(ahead.map((us) => (us > 0n ? us : 0n)));
            const right = rightOf(given, plain, spineRow, variant.rules[join] ?? rules[join]);
            const last = rows.at(-1);
            expect(found.stale).toBe(
              right !== undefined && (last === undefined || isLaterRow(plain.rows, right, last)),
            );
          });
        });
      }
    }),
    propertyRuns(60),
  );
});

function knownAt({ rows, delayUs }: PlainJoin, row: number): bigint {
  const found = rows[row];
  return found === undefined ? 0n : naiveKnownAt(found, delayUs);
}

/** What a rule made backward, on the group's own clock and delay, takes. */
function rightOf({ spine }: PlainView, plain: PlainJoin, spineRow: number, rule: JoinRule | undefined) {
  const asked = spine[spineRow];
  if (asked === undefined || rule === undefined) return undefined;
  const clock = plain.hasCreated ? "created_time" : "event_time";
  const own = variantOfRule({ ...rule, direction: "backward", clock, delayUs: plain.delayUs });
  return naiveTaken(asked, plain.rows, own).rows[0];
}

test("a spine row or a join that a slice does not have is an error", () => {
  const given: PlainView = { spine: [{ key: 1n, t: 0n }], joins: [] };
  const variant: ViewVariant = { name: "own", joins: [], rules: [] };
  expect(() => sliceLineage(sliceOf(given, [], 0), 0, variant, 0)).toThrow(RangeError);
});
