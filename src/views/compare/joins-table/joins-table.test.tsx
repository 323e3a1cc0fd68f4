import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import type { JoinRule } from "../../../microfs/core";
import { createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { START } from "../../../state/route/url";
import { AppContext } from "../../../state/use-app";
import type { VariantName } from "../../../terms/variants";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { variantsShown } from "../use-variants";
import { JoinsTable, type JoinsTableProps } from "./joins-table";

afterEach(cleanup);

const RULE: JoinRule = {
  direction: "backward",
  clock: "event_time",
  delayUs: 0n,
  ttlUs: null,
  allowExactMatches: true,
};
const NOTHING: Omit<VariantCounts, "name"> = {
  rows: 40,
  multipliedRows: 0,
  cells: 80,
  other: 0,
  newer: 0,
  older: 0,
  medianShiftUs: null,
  leaked: 0,
  stale: 0,
  empty: 3,
  medianPeekUs: null,
  peek: { edgesUs: [], counts: [] },
  features: [],
};
const SUMMARY = {
  viewName: "spend",
  spineRows: 40,
  variants: [
    { ...NOTHING, name: "own" as const },
    { ...NOTHING, name: "latest" as const, other: 33_814, leaked: 33_402, medianPeekUs: 187_200_000_000 },
    { ...NOTHING, name: "ordinary" as const, rows: 4_103_495, multipliedRows: 38 },
  ],
};

const band = (value: number) => ({ value, low: value - 0.02, high: value + 0.02 });
const model = (name: VariantName, offline: number, production: number): VariantModel => ({
  name,
  offline: { auc: band(offline) },
  production: { auc: band(production) },
  gap: band(offline - production),
  overReference: null,
  calibration: { offline: [], production: [] },
  coefficients: [],
  reliance: [],
  rows: { used: 40, of: 40 },
});
const CONSEQUENCE: Consequence = {
  request: { label: null, features: null, folds: 3, seed: 1 },
  label: "churned",
  task: "class",
  positive: "true",
  metrics: ["auc", "log_loss"],
  features: ["amount"],
  leftOut: [],
  spineRows: { used: 40, of: 40 },
  entities: 12,
  baseRate: 0.4,
  bands: { by: "entities", count: 12 },
  splits: [],
  origins: { asked: 3, cut: 3, possible: [1, 2, 3] },
  variants: [model("own", 0.72, 0.71), model("latest", 0.951, 0.562)],
  noSignal: false,
};

function show(props: Partial<JoinsTableProps> = {}) {
  const { menu, word } = variantsShown([RULE], "own", "latest");
  const route = { ...START, page: "lab" as const, stage: "compare" as const };
  const worker = () => Promise.reject(new Error("no worker is needed"));
  const onChoose = vi.fn();
  render(
    <AppContext value={createApp(OWN, { worker, route })}>
      <JoinsTable
        {...{
          menu,
          word,
          onChoose,
          summary: SUMMARY,
          consequence: CONSEQUENCE,
          training: undefined,
          hasScores: true,
          updating: null,
        }}
        above="own"
        below="latest"
        {...props}
      />
    </AppContext>,
  );
  return onChoose;
}

/** A line's cells as they are read. */
function line(name: string) {
  const row = screen.getByRole("rowheader", { name }).closest("tr");
  if (row === null) throw new Error(`${name} has no line`);
  return row;
}
const cells = (name: string) =>
  within(line(name))
    .getAllByRole("cell")
    .map((cell) => cell.textContent);

test("each join has its counts and its scores, and what is not there yet a dash", () => {
  show();
  expect(cells("as of")).toEqual(["", "", "0", "0", "0", "3", "40", "–", "0.720", "", "0.710"]);
  expect(cells("latest")).toEqual([
    ...["", "", "33\u00a0814", "33\u00a0402", "0", "3", "40", "2 d 4 h", "0.951", "", "0.562"],
  ]);
  expect(cells("nearest")).toEqual(["", "", "–", "–", "–", "–", "–", "–", "–", "", "–"]);
});

test("a number leads to the rows behind it; none leads to none", () => {
  show();
  const leaked = within(line("latest")).getByRole("link", { name: "33\u00a0402 leaked cells of latest" });
  expect(leaked.getAttribute("href")).toBe("#/lab/compare?show=differences&behind=latest%2Cleaked");
  const rows = within(line("ordinary join")).getByRole("link", {
    name: "4\u00a0103\u00a0495 rows of ordinary join",
  });
  expect(rows.getAttribute("href")).toContain("behind=ordinary%2Cmultiplied");
  expect(within(line("as of")).queryByRole("link", { name: /^0/ })).toBeNull();
});

test("one join is above and one below, and another is chosen by its radio", () => {
  const onChoose = show();
  const isChecked = (name: string) => (screen.getByRole("radio", { name }) as HTMLInputElement).checked;
  expect([isChecked("as of above"), isChecked("latest below")]).toEqual([true, true]);
  expect([isChecked("as of below"), isChecked("latest above")]).toEqual([false, false]);
  fireEvent.click(screen.getByRole("radio", { name: "nearest below" }));
  expect(onChoose).toHaveBeenCalledWith("below", "nearest");
});

test("what a number counts, or scores, is in its link’s name", () => {
  show();
  const names = within(line("latest"))
    .getAllByRole("link")
    .map((link) => link.getAttribute("aria-label"));
  expect(names).toEqual([
    "33\u00a0814 cells of latest other than as of",
    "33\u00a0402 leaked cells of latest",
    "3 empty cells of latest",
    "2 d 4 h median peek of latest",
    "AUC offline of latest: 0.951",
    "AUC in production of latest: 0.562",
  ]);
});

test("it is one Tab stop, at the join that is chosen below; arrows lead to every radio, term and number, and choose nothing", () => {
  const onChoose = show();
  const grid = screen.getByRole("grid");
  const reached = () =>
    [...grid.querySelectorAll<HTMLElement>("*")].filter(
      (element) => element.matches("a, button, input, [tabindex]") && element.tabIndex === 0,
    );
  const radio = screen.getByRole("radio", { name: "latest below" });
  expect(reached()).toEqual([radio]);
  radio.focus();
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? grid, { key });
  press("ArrowRight");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "latest" }));
  press("ArrowRight");
  expect(document.activeElement).toBe(screen.getByRole("link", { name: /cells of latest other than/ }));
  expect(reached()).toEqual([document.activeElement]);
  // A number that leads nowhere, the line of names, and the corner.
  press("ArrowRight");
  press("ArrowRight");
  expect(document.activeElement?.textContent).toBe("0");
  fireEvent.keyDown(document.activeElement ?? grid, { key: "Home", ctrlKey: true });
  expect(document.activeElement?.textContent).toBe("above");
  press("End");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "AUC in production" }));
  expect(reached()).toEqual([document.activeElement]);
  expect(onChoose).not.toHaveBeenCalled();
});

test("where all are compared with the view's own join only the other is chosen", () => {
  show({ above: null });
  expect(screen.queryByRole("radio", { name: /above$/ })).toBeNull();
  expect(screen.getByRole("radio", { name: "latest below" })).toHaveProperty("checked", true);
});

test("where no model can be trained nothing is said of any", () => {
  show({ hasScores: false, consequence: null });
  expect(cells("as of")).toEqual(["", "", "0", "0", "0", "3", "40", "–"]);
  expect(screen.queryByRole("columnheader", { name: /AUC/ })).toBeNull();
});

test("numbers from before an edit are marked until newer ones are there", () => {
  show({ updating: "counts" });
  expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
});

test("while models are trained it is said how far that is", () => {
  show({ consequence: null, training: { done: 3, total: 12, variant: "latest" } });
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("25");
});

test("a view whose own join is not as of has no join of that name", () => {
  const latest = variantsShown([{ ...RULE, direction: "latest" }], "own", "latest");
  expect(latest.word("own")).toBe("own join");
  // What the menu does not have does what the own join does.
  expect(latest.below.name).toBe("own");
});
