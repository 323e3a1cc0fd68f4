import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import type { LossKind } from "./column-loss";
import { LossCount } from "./count-losses";
import { type CsvColumn, type CsvPlan, columnOf } from "./csv-plan";
import { readCsv } from "./read-csv";
import { type Cell, planOf, tableRows } from "./testing/csv-rows";
import { csvTable } from "./testing/csv-table";

/*
 * The property that reading stands on: what is stored, written out again, is what was written, cell by cell, or the difference is
 * told and counted. The writer here knows what it writes: each cell comes with what it means, in words of its own,
 * and with the losses that must be told of it. Nothing of the reader is used to say what is right.
 */

/** A cell as it is written, what it means as a plain text, and what a value of its type cannot keep of it. */
interface Written {
  text: string;
  /** The text that the stored value must give when it is written out; `null` where it must be null; `undefined` where it is no value. */
  value: string | null | undefined;
  /** Properties that are a loss, always or among others: see `expectedLosses`. */
  marks: readonly string[];
}

const written = (text: string, value: string | null | undefined, ...marks: string[]): Written => ({
  text,
  value,
  marks,
});

const digits = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((all) => all.join("").replace(/^0+(?=.)/, ""));

const blank = fc.constant(written("", null));
const word = fc.constant(written("NA", null));
const stray = fc.constant(written("oops", undefined));

const wholeNumber: fc.Arbitrary<Written> = fc
  .record({
    digits: fc.integer({ min: 1, max: 18 }).chain(digits),
    zeros: fc.constantFrom("", "", "", "0", "000"),
    sign: fc.constantFrom("", "", "-", "+"),
    decimals: fc.constantFrom("", "", ".0", ".000"),
    pad: fc.constantFrom("", "", " "),
  })
  .map(({ digits: number, zeros, sign, decimals, pad }) => {
    const isZero = number === "0";
    const marks = [];
    if (zeros !== "") marks.push("leading_zeros");
    if (sign === "+" || (sign === "-" && isZero)) marks.push("plus_sign");
    const value = `${sign === "-" && !isZero ? "-" : ""}${number}`;
    return written(`${pad}${sign}${zeros}${number}${decimals}${pad}`, value, ...marks);
  });

/** Decimals of up to fifteen digits, which a double keeps, and of nineteen that end in 1, which none keeps. */
const decimalNumber: fc.Arbitrary<Written> = fc.oneof(
  fc
    .record({
      whole: fc.integer({ min: 1, max: 999_999 }).map(String),
      decimals: fc
        .integer({ min: 0, max: 8 })
        .chain((count) => (count === 0 ? fc.constant("") : digits(count))),
      zeros: fc.constantFrom("", "", "", "0", "00"),
      tail: fc.constantFrom("", "0", "00"),
      sign: fc.constantFrom("", "-", "+"),
    })
    .map(({ whole, decimals, zeros, tail, sign }) => {
      const kept = decimals.replace(/0+$/, "");
      const value = `${sign === "-" ? "-" : ""}${whole}${kept === "" ? "" : `.${kept}`}`;
      const point = decimals === "" ? "" : `.${decimals}${tail}`;
      return written(`${sign}${zeros}${whole}${point}`, value, ...(zeros === "" ? [] : ["leading_zeros"]));
    }),
  fc
    .integer({ min: 1, max: 8 })
    .map((first) => written(`${first}294030472427835391`, `${first}29403047242783`, "digits")),
);

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

/** Times at whole hours of January 2024, written in several ways; the value is the moment in UTC. */
const time: fc.Arbitrary<Written> = fc
  .record({
    day: fc.integer({ min: 2, max: 27 }),
    hour: fc.integer({ min: 0, max: 23 }),
    zone: fc.constantFrom("", "", "Z", " UTC", "+02:00"),
    between: fc.constantFrom(" ", "T"),
    isDay: fc.constantFrom(false, false, false, true),
  })
  .map(({ day, hour, zone, between, isDay }) => {
    const date = `2024-01-${pad(day)}`;
    if (isDay) return written(date, `${date}T00:00:00Z`, "day");
    const utc = new Date(Date.UTC(2024, 0, day, hour - (zone === "+02:00" ? 2 : 0)));
    const value = `${utc.toISOString().slice(0, 19)}Z`;
    return written(`${date}${between}${pad(hour)}:00${zone}`, value, zone === "" ? "zoneless" : "zoned");
  });

const bool: fc.Arbitrary<Written> = fc
  .record({
    pair: fc.constantFrom("true/false", "true/false", "yes/no", "1/0"),
    isTrue: fc.boolean(),
    isLoud: fc.boolean(),
  })
  .map(({ pair, isTrue, isLoud }) => {
    const text = pair.split("/")[isTrue ? 0 : 1] ?? "";
    return written(isLoud ? text.toUpperCase() : text, String(isTrue), pair);
  });

const text: fc.Arbitrary<Written> = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 6 })
    .filter((one) => one !== "NA")
    .map((one) => written(one, one)),
  fc.constantFrom(
    written(' "x", y', ' "x", y'),
    written("a\nb", "a\nb"),
    written("007", "007"),
    written(" a ", " a "),
  ),
  fc.constant(written('""', null, "quoted_blank")),
);

const KINDS: ReadonlyArray<{ type: CsvColumn["type"]; cell: fc.Arbitrary<Written> }> = [
  { type: "int64", cell: fc.oneof({ weight: 8, arbitrary: wholeNumber }, blank, word, stray) },
  { type: "float64", cell: fc.oneof({ weight: 8, arbitrary: decimalNumber }, blank, word, stray) },
  { type: "timestamp", cell: fc.oneof({ weight: 8, arbitrary: time }, blank, word, stray) },
  { type: "bool", cell: fc.oneof({ weight: 8, arbitrary: bool }, blank, word, stray) },
  {
    type: "string",
    cell: fc.oneof({ weight: 8, arbitrary: text }, fc.constant(written("", null, "blank")), word),
  },
];

interface Drawn {
  types: Array<CsvColumn["type"]>;
  rows: Written[][];
  tails: number[];
}

const table: fc.Arbitrary<Drawn> = fc
  .array(fc.constantFrom(...KINDS), { minLength: 2, maxLength: 5 })
  .chain((kinds) =>
    fc.record({
      types: fc.constant(kinds.map(({ type }) => type)),
      rows: fc.array(fc.tuple(...kinds.map(({ cell }) => cell)), { maxLength: 30 }),
      tails: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 30, maxLength: 30 }),
    }),
  );

function writtenFile({ types, rows, tails }: Drawn): string {
  const header = types.map((_, at) => `c${at}`).join(",");
  const quoted = ({ text: cell, marks }: Written) =>
    !marks.includes("quoted_blank") && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = rows.map((row, at) => row.map((cell) => quoted(cell)).join(",") + ",".repeat(tails[at] ?? 0));
  return `${[header, ...lines].join("\r\n")}\r\n`;
}

/** What must be told of a column whose stored cells are these. */
function expectedLosses(type: CsvColumn["type"], cells: readonly Written[]): Array<[LossKind, number]> {
  const having = (mark: string) => cells.filter(({ marks }) => marks.includes(mark)).length;
  const told: Array<[LossKind, number]> = [];
  if (type === "int64" || type === "float64") {
    told.push(["leading_zeros", having("leading_zeros")]);
    told.push(["plus_sign", having("plus_sign")], ["digits", having("digits")]);
  } else if (type === "timestamp") {
    told.push(["zone", having("zoned") > 0 ? having("zoneless") : 0]);
    told.push(["time_of_day", having("zoned") + having("zoneless") > 0 ? having("day") : 0]);
  } else if (type === "bool") {
    const counts = ["true/false", "yes/no", "1/0"].map(having);
    told.push(["bool_words", counts.reduce((sum, n) => sum + n, 0) - Math.max(...counts)]);
  } else told.push(["quoted_blank", having("blank") > 0 ? having("quoted_blank") : 0]);
  return told.filter(([, n]) => n > 0);
}

/** A stored value as text, by nothing of ours. A double of the nineteen digits is compared by the fourteen that are sure. */
function plainText(value: Cell, cell: Written): string | null {
  if (value === null) return null;
  return cell.marks.includes("digits") ? BigInt(Number(value)).toString().slice(0, 15) : String(value);
}

function planFor({ types }: Drawn): CsvPlan {
  const columns = types.map((type, at) => ({ ...columnOf(`c${at}`, type), nulls: ["NA"] }));
  return { ...planOf("c0"), columns };
}

test("what is stored, written out again, is what was written, or the difference is told and counted", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (drawn, batchRows) => {
      const plan = planFor(drawn);
      const lost = new LossCount(plan);
      const stored: Cell[][] = [];
      const rejected: number[] = [];
      let tails = 0;
      for await (const batch of readCsv(new Blob([writtenFile(drawn)]), plan, { batchRows })) {
        lost.add(batch);
        stored.push(...tableRows(csvTable(batch.rows)));
        rejected.push(...batch.rejected.map(({ line }) => line));
        tails += batch.rowsWithBlankTail;
      }
      const kept = drawn.rows.map((row) => row.every(({ value }) => value !== undefined));
      const keptRows = drawn.rows.filter((_, row) => kept[row]);
      expect(
        stored.map((row, at) => row.map((value, c) => plainText(value, keptRows[at]?.[c] as Written))),
      ).toEqual(keptRows.map((row) => row.map(({ value }) => value)));
      expect(rejected).toHaveLength(drawn.rows.length - keptRows.length);
      expect(tails).toBe(drawn.rows.filter((_, row) => kept[row] && (drawn.tails[row] ?? 0) > 0).length);
      expect(lost.losses.map(({ column, kind, cells }) => [column, kind, cells])).toEqual(
        drawn.types.flatMap((type, c) =>
          expectedLosses(
            type,
            keptRows.map((row) => row[c] as Written),
          ).map(([kind, n]) => [`c${c}`, kind, n]),
        ),
      );
    }),
    propertyRuns(500),
  );
});
