import { describe, expect, test } from "vitest";
import type { App } from "../app";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { addText, rereadDraft } from "./add-files";
import { correctColumn, correctRoles } from "./correct-draft";
import { draftById, importsStore } from "./imports-store";
import { bringBack, putAway, selectDraft } from "./store-draft";
import { checked, checkOf, groupsOf, openDropped, openEmpty, planOf, VISITS } from "./testing/open-dropped";

const typesOf = (app: App, id: string) => planOf(app, id)?.columns.map(({ name, type }) => [name, type]);

/** The drafts in their order, and the one that is shown. */
function listOf(app: App) {
  const { drafts, selectedId } = app.part(importsStore).getState();
  return { drafts: drafts.map(({ id }) => id), shown: selectedId };
}

describe("files that are dropped", () => {
  test("become drafts with inferred columns, key and event time; the first is shown and nothing is stored", async () => {
    const { app } = await openDropped();
    expect(typesOf(app, "file-1")).toEqual([
      ["user_id", "int64"],
      ["size", "string"],
      ["at", "timestamp"],
    ]);
    expect(typesOf(app, "file-2")).toEqual([
      ["user_id", "int64"],
      ["amount", "float64"],
      ["paid", "string"],
      ["at", "timestamp"],
    ]);
    expect(planOf(app, "file-2")).toMatchObject({ key: ["user_id"], eventTime: "at", createdTime: null });
    expect(["file-1", "file-2"].map((id) => draftById(app, id)?.group.name)).toEqual(["visits", "payments"]);
    expect(checkOf(app, "file-1")).toMatchObject({ rows: 3, readable: 3 });
    expect(listOf(app)).toEqual({ drafts: ["file-1", "file-2"], shown: "file-1" });
    expect(groupsOf(app)).toEqual([]);
  });

  test("that cannot be read at all are refused with the reason, and can be read anew in another way", async () => {
    const { app, worker } = await openEmpty();
    worker.hold("sniff", Promise.reject(new Error("the file is gone")));
    addText(app, VISITS, "visits");
    const step = () => draftById(app, "file-1")?.step;
    await eventually(() =>
      expect(step()).toMatchObject({ kind: "refused", error: { message: "the file is gone" } }),
    );
    worker.hold("sniff", Promise.resolve());
    rereadDraft(app, "file-1", { hasHeader: false });
    await eventually(() => expect(step()).toEqual({ kind: "open", failure: null }));
    expect(typesOf(app, "file-1")?.length).toBe(3);
    expect(draftById(app, "file-1")?.content?.sniffed.rowsRead).toBe(4);
  });
});

describe("a correction", () => {
  test("of a column's type is followed by the whole file: rows that cannot be read so are rejected", async () => {
    const { app, worker } = await openDropped();
    worker.calls.length = 0;
    correctColumn(app, "file-1", "size", { type: "float64" });
    correctColumn(app, "file-1", "size", { type: "int64" });
    await checked(app, "file-1");
    const check = checkOf(app, "file-1");
    expect([check?.rows, check?.readable]).toEqual([3, 2]);
    expect(check?.rejected).toMatchObject([{ line: 4, column: "size", value: "L" }]);
    expect(worker.calls.filter((method) => method === "checkCsv")).toHaveLength(1);
  });

  test("of the event time reads a text as a timestamp from then on", async () => {
    const { app } = await openDropped();
    await correctRoles(app, "file-2", { eventTime: "paid" });
    await checked(app, "file-2");
    expect(planOf(app, "file-2")?.eventTime).toBe("paid");
    expect(planOf(app, "file-2")?.columns[2]).toMatchObject({ type: "timestamp", time: "iso" });
    expect(checkOf(app, "file-2")?.rejected).toMatchObject([{ line: 3, column: "paid", value: "later" }]);
  });

  test("of the event time that cannot be tried on the file is told, and can be made in the table", async () => {
    const { app, worker } = await openDropped();
    const gone = Promise.reject(new Error("The file is gone."));
    gone.catch(() => undefined);
    worker.hold("fitTimes", gone);
    await correctRoles(app, "file-2", { eventTime: "paid" });
    expect(app.state.getState().message).toEqual({
      text: "“paid” could not be read as a time: set its type in the table. The file is gone.",
      isError: true,
    });
  });

  test("is made again by the column's name when the file is read in another way", async () => {
    const { app } = await openDropped();
    correctColumn(app, "file-1", "size", { type: "int64" });
    await correctRoles(app, "file-1", { key: ["size"] });
    rereadDraft(app, "file-1", { zone: "Europe/Berlin" });
    await checked(app, "file-1");
    expect(planOf(app, "file-1")).toMatchObject({ zone: "Europe/Berlin", key: ["size"] });
    expect(planOf(app, "file-1")?.columns[1]?.type).toBe("int64");
  });
});

test("a draft that is put away is off the list and gives way to the next; brought back it is as it was, and checked again", async () => {
  const { app } = await openDropped();
  correctColumn(app, "file-1", "size", { type: "int64" });
  await checked(app, "file-1");
  putAway(app, "file-1");
  expect(listOf(app)).toEqual({ drafts: ["file-2"], shown: "file-2" });
  bringBack(app);
  expect(listOf(app)).toEqual({ drafts: ["file-2", "file-1"], shown: "file-1" });
  await checked(app, "file-1");
  expect(checkOf(app, "file-1")).toMatchObject({ rows: 3, readable: 2 });
});

test("selecting a draft shows it in place of the group that the route names", async () => {
  const { app } = await openDropped();
  goTo(app, { group: "visits" });
  selectDraft(app, "file-2");
  expect(listOf(app).shown).toBe("file-2");
  expect(app.state.getState().route).toMatchObject({ stage: "data", group: null });
});

test("a draft that is put away while it is read anew, or while its review is under way, is read on when it is brought back", async () => {
  const { app, worker } = await openDropped();
  /** Another file that is read after all that was under way before. */
  const readAnother = async (id: string) => {
    addText(app, VISITS, "another");
    await checked(app, id);
  };
  const holdUntilPutAway = (method: "sniff" | "review", change: () => void) => {
    let release = () => {};
    worker.hold(method, new Promise<void>((resolve) => (release = resolve)));
    change();
    putAway(app, "file-1");
    release();
  };

  holdUntilPutAway("sniff", () => rereadDraft(app, "file-1", { zone: "Europe/Berlin" }));
  await readAnother("file-3");
  bringBack(app);
  await checked(app, "file-1");

  holdUntilPutAway("review", () => correctColumn(app, "file-1", "size", { type: "int64" }));
  await readAnother("file-4");
  bringBack(app);
  await checked(app, "file-1");
  expect(checkOf(app, "file-1")).toMatchObject({ rows: 3, readable: 2 });
});
