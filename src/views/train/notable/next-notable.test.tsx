import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { type App, createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { START } from "../../../state/route/url";
import type { Training } from "../../../state/training";
import { AppContext, useApp } from "../../../state/use-app";
import { NextNotable } from "./next-notable";
import { type NotableRow, placeWords } from "./notable-rows";
import { drawn } from "./testing/drawn-cells";

afterEach(cleanup);

/** A training set whose rows are those of the label group backwards: a route names them by the latter. */
function trainingOf(...joins: string[]): Training {
  const cells = drawn(...joins);
  const last = cells.numRows - 1;
  const spineIndex = Int32Array.from({ length: cells.numRows }, (_, row) => last - row);
  return { ...cells, spineIndex, trainingRowOf: (row: number) => last - row } as unknown as Training;
}

function Tools({ training }: { training: Training }) {
  const row = useApp((state) => state.route.row) ?? 0;
  const [found, setFound] = useState<NotableRow | null>(null);
  return (
    <>
      <NextNotable training={training} current={training.trainingRowOf(row) ?? 0} onFound={setFound} />
      <output>{found && placeWords(training, found)}</output>
    </>
  );
}

function open(training: Training): App {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no worker is needed")),
    route: { ...START, stage: "train" },
  });
  render(
    <AppContext value={app}>
      <Tools training={training} />
    </AppContext>,
  );
  return app;
}

const next = () => fireEvent.click(screen.getByRole("button", { name: "Next" }));
const words = () => screen.getByRole("status").textContent;

test("it goes round by rank, and says what it found and which of how many that is", () => {
  const app = open(trainingOf("cc=x.!c"));
  expect(words()).toBe("");
  const found = Array.from({ length: 5 }, () => {
    next();
    return words();
  });
  expect(found).toEqual([
    "leak · the only one",
    "tie · the only one",
    "empty: expired · the only one",
    "change · 1 of 3",
    "change · 2 of 3",
  ]);
  // The second row of the training set is the last but one of the label group.
  expect(app.state.getState().route).toMatchObject({ row: 5, join: 0, phase: "write_cell" });
  next();
  next();
  expect(words()).toBe("leak · the only one");
});

test("of one kind it goes to every one, in the order of the table", () => {
  open(trainingOf(".!.!", "!..!"));
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "leak" } });
  const found = Array.from({ length: 5 }, () => {
    next();
    return words();
  });
  expect(found).toEqual([
    "leak · 3 of 4",
    "leak · 4 of 4",
    "leak · 1 of 4",
    "leak · 2 of 4",
    "leak · 3 of 4",
  ]);
});

test("where nothing is notable there is no such control", () => {
  open(trainingOf("..."));
  expect(screen.queryByRole("button")).toBeNull();
});
