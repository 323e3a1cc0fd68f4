import { expect, test } from "vitest";
import type { Edit } from "../../../scenario/edits/edit";
import { editSlice } from "../../../scenario/edits/edit-slice";
import type { Scenario } from "../../../scenario/scenario";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { verdictsAt } from "../../../timeline/step/step-verdicts";
import { type AddedKind, addedRow } from "./added-row";

const AT = { spineRow: 0, join: 0 };

function shop(createdTime: string | undefined): Scenario {
  return {
    version: 1,
    name: "shop",
    title: "shop",
    groups: [
      {
        definition: {
          name: "orders",
          schema: { product: "string", at: "timestamp" },
          primaryKeys: ["product"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: [{ product: "lamp", at: "2026-03-11 12:00" }] },
      },
      {
        definition: {
          name: "prices",
          schema: { product: "string", at: "timestamp", heard: "timestamp", price: "int64" },
          primaryKeys: ["product"],
          eventTime: "at",
          ...(createdTime !== undefined && { createdTime }),
        },
        rows: {
          kind: "inline",
          rows: [
            { product: "lamp", at: "2026-03-11 08:00", heard: "2026-03-11 08:00", price: "40" },
            { product: "lamp", at: "2026-03-11 10:00", heard: "2026-03-11 10:00", price: "30" },
          ],
        },
      },
    ],
    view: { name: "v", labelFg: "orders", joins: [{ fgName: "prices", on: ["product"] }] },
  };
}

/** Adds rows one after another: what is added of each, and what then goes into the cell. */
function added(kinds: readonly AddedKind[], createdTime: string | undefined = "heard") {
  const given = scenarioSlice(shop(createdTime), 0);
  const edits: Edit[] = [];
  for (const kind of kinds) {
    const edit = addedRow(editSlice(given, edits), AT, kind, edits);
    if (edit !== null) edits.push(edit);
  }
  const [join] = editSlice(given, edits).joins;
  if (join === undefined) throw new Error("the scenario has a join");
  const { chosen } = verdictsAt(editSlice(given, edits), join, 0);
  const position = join.rows.indexOf(chosen?.row ?? -1);
  const cellOf = (name: string) => join.columns.find((one) => one.name === name)?.values[position];
  const us = (time: unknown) => new Date(Number(time) / 1000).toISOString().slice(11, 16);
  return { count: edits.length, price: cellOf("price"), at: us(cellOf("at")), heard: us(cellOf("heard")) };
}

test("the same row again is a duplicate: nothing is added, however often", () => {
  expect(added(["duplicate", "duplicate"])).toEqual({ count: 0, price: 30n, at: "10:00", heard: "10:00" });
});

test("a correction speaks of the same moment, is heard of later, in time, and is what is taken", () => {
  expect(added(["correction"])).toEqual({ count: 1, price: 31n, at: "10:00", heard: "11:00" });
  expect(added(["correction", "correction"])).toEqual({ count: 2, price: 33n, at: "10:00", heard: "11:30" });
});

test("a tie is of the same moment and known as early; the one that was added last is taken", () => {
  expect(added(["tie"])).toEqual({ count: 1, price: 31n, at: "10:00", heard: "10:00" });
  expect(added(["tie", "duplicate", "tie"])).toMatchObject({ count: 2, at: "10:00", heard: "10:00" });
});

test("where nobody keeps when a row became known, a correction is a tie", () => {
  expect(added(["correction"], undefined)).toMatchObject({ count: 1, price: 31n, at: "10:00" });
});
