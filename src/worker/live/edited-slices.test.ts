import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type EntitySlice, joinSlice } from "../../microfs/core";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { type Edit, FIRST_ADDED_ROW } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import { StoreApi } from "../store-api";
import { type EditedCase, editedCase, storeOf } from "./testing/edited-cases";
import { joinedAnew } from "./testing/joined-anew";

const KEYS = ["user", "shop", "level"];

/** What the page can make: rows keep their keys, and an added row has a number of its own. */
function madeOnThePage(edits: readonly Edit[]): Edit[] {
  const added = new Set<string>();
  return edits.flatMap((edit): Edit[] => {
    if (edit.kind === "set") {
      const values = Object.entries(edit.values).filter(([name]) => !KEYS.includes(name));
      return [{ ...edit, values: Object.fromEntries(values) }];
    }
    if (edit.kind === "delete" && edit.row >= FIRST_ADDED_ROW)
      return added.has(`${edit.group} ${edit.row}`) ? [edit] : [];
    if (edit.kind !== "add") return [edit];
    const name = `${edit.group} ${edit.row}`;
    if (added.has(name)) return [];
    added.add(name);
    return [edit];
  });
}

/** What each join of an edited slice gives a spine row: the row's number and the reason. */
function onThePage(slice: EntitySlice, spineRow: number) {
  const position = slice.spine.rows.indexOf(spineRow);
  return slice.joins.map((join) => {
    const { index, reason } = joinSlice(slice, join);
    return [join.rows[index[position] ?? -1] ?? -1, reason[position]];
  });
}

async function expectSameOnThePage(given: EditedCase, edits: readonly Edit[]) {
  const store = await storeOf(given);
  const api = new StoreApi(store);
  const anew = await joinedAnew(store, "view", edits);
  for (const [trainingRow, spineRow] of anew.spineIndex.entries()) {
    if (spineRow === undefined || spineRow >= FIRST_ADDED_ROW) continue;
    const stored = await api.slice("view", spineRow, edits, new AbortController().signal);
    const slice = editSlice(stored, edits);
    const position = slice.spine.rows.indexOf(spineRow);
    const { columns } = slice.spine;
    expect(columns.map(({ values }) => values[position])).toEqual(
      anew.rows[trainingRow]?.slice(0, columns.length),
    );
    expect(onThePage(slice, spineRow)).toEqual(
      anew.joins.map(({ index, reason }) => [index[trainingRow], reason[trainingRow]]),
    );
  }
}

/** A row to predict whose key is NaN belongs to nobody, and another of its keys is changed as a whole. */
const NAN_KEY: EditedCase = {
  hasCreated: false,
  delay: 0,
  rows: {
    asks: [{ user: 1n, shop: "a", level: Number.NaN, good: false, ts: 1_762_300_000_000_000n }],
    pays: [],
    tickets: [],
  },
  late: { asks: [], pays: [], tickets: [] },
  joins: [
    { fgName: "pays", on: { level: "level" }, features: [], allowExactMatches: true, asOf: "event_time" },
    { fgName: "tickets", on: ["shop"], allowExactMatches: true, asOf: "event_time" },
  ],
  edits: [{ kind: "column", group: "asks", column: "shop", change: { kind: "trim" } }],
};

test("the page joins an edited slice as the whole edited store is joined", async () => {
  await fc.assert(
    fc.asyncProperty(editedCase, (given) => expectSameOnThePage(given, madeOnThePage(given.edits))),
    { ...propertyRuns(150), examples: [[NAN_KEY]] },
  );
});
