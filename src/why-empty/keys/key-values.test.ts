import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { ColumnType } from "../../microfs/core";
import { openFresh } from "../../microfs/testing/open-fresh";
import { keyValues } from "./key-values";

test.each<[ColumnType, unknown[], [string, number][]]>([
  [
    "string",
    ["b", " b", null, "b"],
    [
      ["b", 2],
      [" b", 1],
    ],
  ],
  [
    "int64",
    [2n ** 53n + 1n, 7n, 7n, null],
    [
      ["9007199254740993", 1],
      ["7", 2],
    ],
  ],
  [
    "float64",
    [1, 2.5, Number.NaN, 1],
    [
      ["1", 2],
      ["2.5", 1],
    ],
  ],
])(
  "the values of a column of %s, each with its rows; what names nothing is not among them",
  async (type, values, expected) => {
    const store = await openFresh();
    await store.createFeatureGroup({
      name: "g",
      schema: { id: "int64", key: type, ts: "timestamp" },
      primaryKeys: ["id"],
      eventTime: "ts",
    });
    await store.insert(
      "g",
      values.map((key, id) => ({ id, key, ts: 0n })),
    );
    const group = store.featureGroups.get("g");
    const found = group && keyValues(group, "key");
    expect(found?.type).toBe(type);
    expect(found?.texts.map((text, i) => [text, found.rows[i]])).toEqual(expected);
  },
);
