import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stubLayout } from "../testing/stub-layout";
import { DataTable, type DataTableHandle, type DataTableProps } from "./data-table";
import type { DataTableColumn } from "./data-table-column";

// Ten rows of 34 px are in sight.
beforeEach(() => stubLayout(340));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const columns: readonly DataTableColumn[] = [
  { id: "user", header: "user_id", align: "end", cell: (row) => `user ${row}` },
  { id: "spend", header: "total_spend", cell: (row) => `spend ${row}` },
  { id: "plan", header: "plan", cell: (row) => `plan ${row}` },
];

function show(props: Partial<DataTableProps> = {}) {
  return render(<DataTable label="Training table" columns={columns} rowCount={100_000} {...props} />);
}

const cell = (text: string) => {
  const found = screen.getByText(text).closest<HTMLElement>("[role=gridcell]");
  if (!found) throw new Error(`no cell around ${text}`);
  return found;
};
const press = (key: string, options = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options });

describe("DataTable", () => {
  test("makes only the rows in sight and says how many there are", () => {
    show();
    const grid = screen.getByRole("grid", { name: "Training table" });
    expect(grid.getAttribute("aria-rowcount")).toBe("100001"); // with the header
    expect(within(grid).getAllByRole("row").length).toBeLessThan(30);
    expect(cell("user 0").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("2");
  });

  test("makes only the columns in sight where there are hundreds, the one with the focus, and all their headers", () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      id: `c${at}`,
      header: `column ${at}`,
      cell: (row: number) => `${at} of ${row}`,
    }));
    show({ columns: many, rowCount: 3 });
    expect(screen.getAllByRole("columnheader")).toHaveLength(500);
    expect(screen.queryByText("499 of 0")).toBeNull();
    cell("0 of 0").focus();
    press("End");
    expect(document.activeElement).toBe(cell("499 of 0"));
    expect(document.activeElement?.getAttribute("aria-colindex")).toBe("500");
    expect(screen.queryByText("250 of 0")).toBeNull();
  });

  test("has one Tab stop, which is the cell that had the focus last", () => {
    const { container } = show();
    cell("user 0").focus();
    press("ArrowDown");
    press("ArrowRight");
    const stops = [...container.querySelectorAll("[tabindex='0']")];
    expect(stops.map((stop) => stop.textContent)).toEqual(["spend 1"]);
    expect(document.activeElement).toBe(cell("spend 1"));
  });

  test.each<[string, object, string]>([
    ["End", {}, "plan 0"],
    ["PageDown", {}, "user 10"],
    ["End", { ctrlKey: true }, "plan 99999"],
  ])("%s %j moves the focus, also to a row that was out of sight", (key, options, expected) => {
    show();
    cell("user 0").focus();
    press(key, options);
    expect(document.activeElement?.textContent).toBe(expected);
  });

  test("keeps the focused row while it is scrolled out of sight", () => {
    const { container } = show();
    cell("user 3").focus();
    const scroller = container.firstElementChild;
    if (!scroller) throw new Error("nothing was rendered");
    scroller.scrollTop = 34_000;
    fireEvent.scroll(scroller);
    expect(screen.getByText("user 1000")).toBeTruthy();
    expect(document.activeElement).toBe(cell("user 3"));
    expect(screen.queryByText("user 5")).toBeNull();
  });

  test("takes the keys it acts on and leaves Space to the page", () => {
    show();
    cell("user 0").focus();
    // fireEvent answers false when the event's default was prevented
    expect(press("ArrowDown")).toBe(false);
    expect(press(" ")).toBe(true);
    expect(press("ArrowDown", { altKey: true })).toBe(true);
  });

  test("tells which cell is hovered, once for each, and when the pointer has left", () => {
    const onCellHover = vi.fn();
    show({ onCellHover });
    fireEvent.pointerOver(screen.getByText("spend 2"));
    fireEvent.pointerOver(cell("spend 2"));
    fireEvent.pointerOver(cell("plan 2"));
    fireEvent.pointerLeave(screen.getByRole("grid"));
    expect(onCellHover.mock.calls).toEqual([
      [{ rowIndex: 2, columnId: "spend" }],
      [{ rowIndex: 2, columnId: "plan" }],
      [null],
    ]);
  });

  test("tells which cell was clicked, or was focused when Enter was pressed", () => {
    const onCellActivate = vi.fn();
    show({ onCellActivate });
    fireEvent.click(cell("spend 2"));
    cell("plan 4").focus();
    press("Enter");
    expect(onCellActivate.mock.calls).toEqual([
      [{ rowIndex: 2, columnId: "spend" }],
      [{ rowIndex: 4, columnId: "plan" }],
    ]);
  });

  test("tells where the keyboard is", () => {
    const onCellFocus = vi.fn();
    show({ onCellFocus });
    cell("user 0").focus();
    press("ArrowRight");
    expect(onCellFocus.mock.calls).toEqual([
      [{ rowIndex: 0, columnId: "user" }],
      [{ rowIndex: 0, columnId: "spend" }],
    ]);
  });

  test("marks the selected row and cell", () => {
    show({ selected: { rowIndex: 2, columnId: "spend" } });
    const selected = screen.getAllByRole("gridcell", { selected: true });
    expect(selected.map((element) => element.textContent)).toEqual(["spend 2"]);
    expect(screen.getAllByRole("row", { selected: true })).toEqual([cell("spend 2").parentElement]);
  });

  test("scrollToRow puts a row in the middle; focusCell gives a cell the focus", () => {
    const ref = createRef<DataTableHandle>();
    const { container } = show({ ref });
    ref.current?.scrollToRow(1000);
    expect(container.firstElementChild?.scrollTop).toBe(1000 * 34 - (340 - 34) / 2);
  });

  test("says what stands in place of rows when there are none", () => {
    show({ rowCount: 0, empty: "No row has a leak." });
    expect(screen.getByText("No row has a leak.")).toBeTruthy();
    expect(screen.queryAllByRole("gridcell")).toEqual([]);
  });

  test("keeps its Tab stop inside the table when the table shrinks", () => {
    const { container, rerender } = show();
    cell("user 9").focus();
    rerender(<DataTable label="Training table" columns={columns} rowCount={3} />);
    expect(container.querySelector("[tabindex='0']")?.textContent).toBe("user 2");
  });
});
