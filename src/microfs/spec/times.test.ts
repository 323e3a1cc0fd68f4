import { propertyRuns } from "../testing/property-runs";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openFresh } from "../testing/open-fresh";
import { readColumn } from "../testing/read-table";

/** What a store makes of times given to it: microseconds, or `rejected`. */
async function read(times: readonly unknown[]): Promise<(bigint | "rejected")[]> {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { n: "int64", ts: "timestamp" },
    primaryKeys: ["n"],
    eventTime: "ts",
  });
  const { rejected } = await store.insert(
    "g",
    times.map((ts, n) => ({ n, ts })),
  );
  const table = store.featureGroups.get("g")?.table;
  if (table === undefined) throw new RangeError("the store must have the group");
  const kept = readColumn(table, "ts").values();
  const refused = new Set(rejected.map(({ row }) => row));
  return times.map((_, row) => (refused.has(row) ? "rejected" : (kept.next().value as bigint)));
}

describe("text", () => {
  test.each([
    ["2025-11-05", "2025-11-05T00:00:00.000Z"],
    ["2025-11-05T14:30", "2025-11-05T14:30:00.000Z"],
    ["2025-11-05 14:30", "2025-11-05T14:30:00.000Z"],
    ["2025-11-05 14:30:15", "2025-11-05T14:30:15.000Z"],
    ["2025-11-05T14:30:15.5", "2025-11-05T14:30:15.500Z"],
    ["2025-11-05T14:30:15.123Z", "2025-11-05T14:30:15.123Z"],
    ["2025-11-05T14:30Z", "2025-11-05T14:30:00.000Z"],
    ["2025-11-05T14:30+01:00", "2025-11-05T13:30:00.000Z"],
    ["2025-11-05T14:30-0330", "2025-11-05T18:00:00.000Z"],
    ["2025-11-05 00:30:00+14", "2025-11-04T10:30:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z"],
    ["0001-01-01", "0001-01-01T00:00:00.000Z"],
    ["0099-12-31T23:59:59Z", "0099-12-31T23:59:59.000Z"],
    ["1969-12-31T23:59:59.999", "1969-12-31T23:59:59.999Z"],
    ["9999-12-31T23:59:59.999", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", async (text, iso) => {
    const date = new Date(iso);
    expect(await read([text])).toEqual([BigInt(date.getTime()) * 1000n]);
  });

  test.each([
    ["2025-11-05T14:30:15.000001", 1_762_353_015_000_001n],
    ["2025-11-05T14:30:15.999999Z", 1_762_353_015_999_999n],
    ["2025-11-05T14:30:15.1234560000", 1_762_353_015_123_456n],
    ["1969-12-31T23:59:59.999999", -1n],
    ["0001-01-01T00:00:00.000001", -62_135_596_799_999_999n],
    ["9999-12-31T23:59:59.999999", 253_402_300_799_999_999n],
  ])("%s is exact to the microsecond", async (text, us) => {
    expect(await read([text])).toEqual([us]);
  });

  test.each([
    "2025-11-05T24:00",
    "2025-11-05T23:59:60",
    "2025-11-05T12:60",
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "2025-11-05T14:30:15.1234567",
    "2025-11-05T14",
    "2025-11-05T",
    "2025-11-05Z",
    "2025-11-05+01:00",
    "2025-11-05T14:30:15.",
    "2025-11-05t14:30",
    "2025-11-05  14:30",
    " 2025-11-05",
    "2025-11-05\n",
    "2025-11-05T14:30 Z",
    "2025-11-05T14:30+1",
    "2025-11-05T14:30+01:60",
    "2025-11-05T14:30+24:00",
    "2025-11-05T1:30",
    "2025-1-5",
    "25-11-05",
    "12025-11-05",
    "٢٠٢٥-11-05",
    "now",
    "",
  ])("%j is rejected", async (text) => {
    expect(await read([text])).toEqual(["rejected"]);
  });
});

test("a Date, milliseconds, microseconds and text of one moment are one moment", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      async (date) => {
        const us = BigInt(date.getTime()) * 1000n;
        const times = [
          date,
          date.getTime(),
          us,
          date.toISOString(),
          date.toISOString().replace("T", " ").replace("Z", "+00:00"),
        ];
        expect(await read(times)).toEqual(times.map(() => us));
      },
    ),
    propertyRuns(100),
  );
});

test("a number of milliseconds stands for the microsecond u with u / 1000 equal to it, or for none", async () => {
  // Up to 2^43 milliseconds a double tells microseconds apart.
  const us = fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n });
  await fc.assert(
    fc.asyncProperty(us, async (u) => {
      expect(await read([Number(u) / 1000])).toEqual([u]);
    }),
    propertyRuns(200),
  );
});

test.each([
  0.0005,
  1.00001,
  1_762_300_000_000 + 2 ** -11,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  8.64e15 + 1,
  new Date(Number.NaN),
  true,
  null,
])("%s as milliseconds is rejected", async (value) => {
  expect(await read([value])).toEqual(["rejected"]);
});

test("microseconds as a bigint are taken as they are, wherever they lie", async () => {
  const times = [
    0n,
    -1n,
    2n ** 53n + 1n,
    -(2n ** 53n) - 1n,
    -62_135_596_800_000_000n,
    253_402_300_799_999_999n,
    8_640_000_000_000_000_000n,
  ];
  expect(await read(times)).toEqual(times);
  expect(await read([8_640_000_000_000_000_001n, -8_640_000_000_000_000_001n])).toEqual([
    "rejected",
    "rejected",
  ]);
});

test.each([
  ["2025-11-05T14:30:15.1234567", "microsecond"],
  [0.0005, "microsecond"],
])("%s is refused with a message that says it is too fine", async (ts, mention) => {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { n: "int64", ts: "timestamp" },
    primaryKeys: ["n"],
    eventTime: "ts",
  });
  const { rejected } = await store.insert("g", [{ n: 1, ts }]);
  expect(rejected[0]?.reason).toContain(mention);
});
