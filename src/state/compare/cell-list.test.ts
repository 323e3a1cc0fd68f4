import { expect, test } from "vitest";
import { makeEdit } from "../editing";
import { latestData } from "../query";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { DEMO, inOwnBrowser, openApp } from "../testing/open-app";
import { cellListStore, followCellList, leaveListBy, returnedToList } from "./cell-list";

inOwnBrowser();

/** The demo's app at the page of differences, and what its list shows: spine row, before, after. */
async function openList() {
  const app = await openApp(DEMO, "compare");
  goTo(app, { show: "differences" });
  followCellList(app);
  const state = () => app.part(cellListStore).getState();
  const cells = () => {
    const { list } = state();
    if (list.status !== "ready" || list.data.kind !== "differences") return null;
    return list.data.pages.first?.map(({ spineRow, before, after }) => [
      spineRow,
      before.values,
      after.values,
    ]);
  };
  return { app, state, cells };
}

test("the cells that two joins write differently are listed, and again once the data is edited", async () => {
  const { app, cells } = await openList();
  await eventually(() =>
    expect(cells()).toEqual([
      [0, [null], [100.5]],
      [2, [null], [50]],
    ]),
  );
  // The only payment of user 2.
  makeEdit(app, { kind: "delete", group: "user_payments", row: 1 });
  await eventually(() => expect(cells()).toEqual([[0, [null], [100.5]]]));
});

test("a route that names cells behind a number lists those, and one that names none lists nothing", async () => {
  const { app, state } = await openList();
  goTo(app, { behind: "latest,leaked" });
  await eventually(() => {
    const list = latestData(state().list);
    expect(list).toMatchObject({ kind: "behind", totalRows: 2, totalCells: 2 });
  });
  const before = state().list;
  goTo(app, { behind: "nonsense" });
  expect(state().list).toBe(before);
});

test("a route can name all rows of a join's own table", async () => {
  const { app, state } = await openList();
  goTo(app, { behind: "ordinary,rows" });
  await eventually(() =>
    expect(latestData(state().list)).toMatchObject({ kind: "rows", variant: "ordinary", spineRows: 4 }),
  );
});

test("the cell that a list was left by takes the focus once, and stays the chosen one of that list", async () => {
  const { app, state } = await openList();
  leaveListBy(app, { rowIndex: 2, columnId: "after" });
  const question = JSON.stringify({ kind: "differences", above: "own", below: "latest" });
  expect(state().left).toEqual({ question, rowIndex: 2, columnId: "after", isDue: true });
  returnedToList(app);
  expect(state().left).toEqual({ question, rowIndex: 2, columnId: "after", isDue: false });
});
