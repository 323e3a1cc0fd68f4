import { expect, test } from "vitest";
import { addText } from "./add-files";
import { correctColumn } from "./correct-draft";
import { draftById, importsStore } from "./imports-store";
import { storeReady } from "./store-ready";
import { checked, groupsOf, openDropped } from "./testing/open-dropped";

test("stores all that are ready, and shows the first that asks something", async () => {
  const { app } = await openDropped();
  addText(app, "user_id,at\n1,03/04/2025\n", "days");
  await checked(app, "file-3");
  await checked(app, "file-2");
  await storeReady(app);
  expect(groupsOf(app)).toEqual([
    ["visits", 3],
    ["payments", 2],
  ]);
  expect(app.part(importsStore).getState().selectedId).toBe("file-3");
  expect(draftById(app, "file-3")?.step).toEqual({ kind: "open", failure: null });
});

test("of two files of one name the second is added to what the first has made", async () => {
  const { app } = await openDropped();
  addText(app, "user_id,size,at\n5,8,2025-01-05\n", "visits");
  await checked(app, "file-3");
  // The sizes of the first are text: one is a word.
  correctColumn(app, "file-3", "size", { type: "string" });
  await checked(app, "file-3");
  await storeReady(app);
  expect(groupsOf(app)).toEqual([
    ["visits", 4],
    ["payments", 2],
  ]);
  expect(draftById(app, "file-3")?.step).toMatchObject({ kind: "stored", report: { inserted: 1 } });
});
