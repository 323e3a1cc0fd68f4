import { describe, expect, test } from "vitest";
import type { Edit } from "../scenario/edits/edit";
import { pack } from "../scenario/pack";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import {
  canUndo,
  type Dataset,
  newDocument,
  OWN,
  redo,
  rekeyed,
  replaceLastEdit,
  scenarioOf,
  startStoring,
  storeNameOf,
  storingDone,
  storingFailed,
  undo,
  withEdit,
  withEdits,
} from "./document";
import { readSample } from "./route/read-link";
import type { ReadDataset } from "./route/url";
import { reader } from "./testing/link-reader";

const drop = (row: number): Edit => ({ kind: "delete", group: "payments", row });
const [A, B, C] = [drop(0), drop(1), drop(2)];
const EMPTY = newDocument("one", OWN);
const AB = withEdit(withEdit(EMPTY, A), B);
const asItIs = (edit: Edit) => edit;

test("undo takes edits back one by one, redo does them again, and a new edit forgets what was undone", () => {
  const undone = undo(AB);
  expect(undone.edits).toEqual([A]);
  expect(undo(undo(undone)).edits).toEqual([]);
  expect(redo(undone).edits).toEqual([A, B]);
  expect(redo(withEdit(undone, C)).edits).toEqual([A, C]);
});

test("the edits of a link are taken back one by one, too", () => {
  const linked = newDocument("link", OWN, [A, B]);
  expect(undo(linked).edits).toEqual([A]);
  expect(canUndo(undo(undo(linked)))).toBe(false);
});

test("other edits in the place of all are one change", () => {
  const reset = withEdits(AB, []);
  expect(reset.edits).toEqual([]);
  expect(undo(reset).edits).toEqual([A, B]);
  expect(undo(undo(reset)).edits).toEqual([A]);
});

test("an edit in the place of the last one is undone with it", () => {
  const moved = replaceLastEdit(AB, C);
  expect(moved.edits).toEqual([A, C]);
  expect(undo(moved).edits).toEqual([A]);
});

describe("storing", () => {
  test("drops exactly the edits that were stored", () => {
    const during = withEdit(startStoring(AB), C);
    const after = storingDone(during, asItIs);
    expect(after.edits).toEqual([C]);
    expect(after.storing).toBeNull();
    expect(undo(after).edits).toEqual([]);
    expect(canUndo(undo(after))).toBe(false);
  });

  test("what is being stored cannot be taken back; what was made since can", () => {
    const during = withEdit(startStoring(AB), C);
    expect(undo(during).edits).toEqual([A, B]);
    expect(undo(undo(during)).edits).toEqual([A, B]);
  });

  test("what was undone while storing can be done again after it", () => {
    const during = undo(withEdit(startStoring(AB), C));
    const after = storingDone(during, asItIs);
    expect(after.edits).toEqual([]);
    expect(redo(after).edits).toEqual([C]);
  });

  test("edits made meanwhile get the numbers that their rows have now; those of rows that are gone go", () => {
    const during = withEdit(withEdit(startStoring(AB), C), drop(5));
    const after = storingDone(during, (edit) => (edit === C ? drop(1) : null));
    expect(after.edits).toEqual([drop(1)]);
  });

  test("when it fails nothing has changed", () => {
    const after = storingFailed(withEdit(startStoring(AB), C));
    expect(after.edits).toEqual([A, B, C]);
    expect(undo(undo(undo(after))).edits).toEqual([]);
  });
});

function dataset(read: ReadDataset): Dataset {
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.dataset;
}

test("the reader's own data has the app's own store", () => {
  expect(storeNameOf(OWN)).toBe("microfs");
  expect(scenarioOf(OWN)).toBeNull();
});

test("a sample has a store of its own", () => {
  const churn = dataset(readSample("churn"));
  expect(storeNameOf(churn)).toBe("microfs sample churn");
  expect(scenarioOf(churn)?.name).toBe("churn");
});

test("a scenario travels in the URL whole, and another one has another store", () => {
  const demo = dataset(reader.readPackedScenario(pack(DEMO_SAMPLE)));
  expect(scenarioOf(demo)).toEqual(DEMO_SAMPLE);
  const other = dataset(reader.readPackedScenario(pack({ ...DEMO_SAMPLE, title: "another" })));
  expect(storeNameOf(demo)).not.toBe(storeNameOf(other));
});

test("edits of what was renumbered are renumbered wherever undo and redo lead, and empty steps are left out", () => {
  const ttl = (join: number, ttlUs: string): Edit => ({ kind: "rule", join, ttlUs });
  const [first, second] = [ttl(0, "1"), ttl(1, "2")];
  const removed = (edit: Edit): Edit | null => {
    if (edit.kind !== "rule") return edit;
    return edit.join === 0 ? null : { ...edit, join: edit.join - 1 };
  };
  expect(canUndo(rekeyed(withEdit(EMPTY, first), removed))).toBe(false);
  const both = undo(withEdit(withEdit(withEdit(EMPTY, first), second), A));
  const now = rekeyed(both, removed);
  expect(now.edits).toEqual([ttl(0, "2")]);
  expect(redo(now).edits).toEqual([ttl(0, "2"), A]);
  expect(undo(now).edits).toEqual([]);
  expect(canUndo(undo(now))).toBe(false);
});

test("an edit that storing has renumbered stays one edit, wherever undo and redo lead: it can be stored again, and redo stays", () => {
  const renumbered = (edit: Edit): Edit | null =>
    edit.kind === "delete" ? { ...edit, row: edit.row + 10 } : edit;
  const stored = storingDone(withEdit(withEdit(startStoring(withEdit(EMPTY, A)), B), C), renumbered);
  const again = storingDone(startStoring(undo(stored)), asItIs);
  expect(again.edits).toEqual([]);
  expect(redo(again).edits).toEqual([drop(12)]);
});
