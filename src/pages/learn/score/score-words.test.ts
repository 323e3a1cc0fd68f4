import { describe, expect, test } from "vitest";
import type { CellVerdict } from "../../../learn/cells/read-as-join";
import type { SplitScore, TableScore } from "../../../worker/learn/score-results";
import { axisScores, customersWords, scoreWords, verdictsWords } from "./cells-words";
import { outWords } from "./features-score";
import { treatmentWords } from "./nulls-score";
import { splitsWords } from "./splits-score";

const at = (value: number, by = 0.02) => ({ value, low: value - by, high: value + by });

function table(
  name: TableScore["name"],
  offline: number,
  production: number,
  over?: [number, number],
): TableScore {
  return {
    name,
    offline: at(offline),
    production: at(production),
    gap: at(offline - production, offline === production ? 0 : 0.02),
    overFirst: over === undefined ? null : { offline: at(over[0]), production: at(over[1]) },
    rows: name === "drop_rows" ? 300 : 1000,
  };
}

const answer = (scores: readonly TableScore[]) =>
  ({ kind: "tables", scores, entities: 1234, rows: 1000, empty: { cells: 0, of: 1000 } }) as const;

describe("a table that was filled by hand", () => {
  const right: CellVerdict = { known: 1, leaks: false, isRight: true };
  const leak: CellVerdict = { known: 1, leaks: true, isRight: false };
  const wrong: CellVerdict = { known: 1, leaks: false, isRight: false };

  test.each<[string, CellVerdict[], string]>([
    [
      "all right",
      [right, right],
      "Each of your cells holds what was known at its moment. What is promised offline is kept in production.",
    ],
    [
      "some of each",
      [right, right, leak, wrong, wrong, wrong],
      "Two of your cells hold what was last known. One holds a payment that was still to come, and production cannot wait for it. Three hold something else than what was last known.",
    ],
    [
      "all leak",
      [leak, leak],
      "Two of your cells hold a payment that was still to come, and production cannot wait for it.",
    ],
    [
      "none leaks",
      [right, wrong],
      "None of your cells holds a payment that was still to come. One of your cells holds what was last known. One holds something else than what was last known.",
    ],
  ])("%s", (_, verdicts, said) => expect(verdictsWords(verdicts)).toBe(said));

  test("its score is told as it came out", () => {
    const scores = [table("own", 0.7, 0.7), table("latest", 0.9, 0.6, [0.2, -0.1])];
    expect(scoreWords(answer(scores), { variant: "latest", fits: ["latest"] })).toBe(
      "Your model: 0.90 offline, 0.60 in production.",
    );
    expect(scoreWords(answer(scores), { variant: "latest", fits: [] })).toBe(
      "The rule nearest to your table: 0.90 offline, 0.60 in production.",
    );
    expect(scoreWords(answer(scores.slice(0, 1)), { variant: "own", fits: ["own"] })).toBe(
      "Your model: 0.70 offline, 0.70 in production.",
    );
  });

  test("where the leak does not flatter, that is said", () => {
    const flat = [table("own", 0.7, 0.7), table("latest", 0.7, 0.6, [0.01, -0.1])];
    expect(customersWords(answer(flat), "latest")).toContain("not every leak flatters");
    const flattering = [table("own", 0.7, 0.7), table("latest", 0.9, 0.6, [0.2, -0.1])];
    expect(customersWords(answer(flattering), "latest")).not.toContain("flatters");
  });

  test("the learner’s own stands first, by the name that it deserves", () => {
    const scores = [table("own", 0.7, 0.7), table("latest", 0.9, 0.6, [0.2, -0.1])];
    const read = { variant: "latest", fits: ["latest"], differing: new Map() } as const;
    expect(axisScores(scores, read).map(({ name }) => name)).toEqual(["yours", "the honest one"]);
    expect(axisScores(scores, { ...read, fits: [] })[0]?.name).toBe("nearest to yours");
    const own = { variant: "own", fits: ["own", "strict"], differing: new Map() } as const;
    expect(axisScores(scores, own).map(({ name }) => name)).toEqual([
      "yours, and honest",
      "the tempting one: the last there is",
    ]);
    const three = [scores[0], table("nearest", 0.8, 0.6, [0.1, -0.1]), scores[1]].flatMap((one) => one ?? []);
    const nearest = { variant: "nearest", fits: ["nearest"], differing: new Map() } as const;
    expect(axisScores(three, nearest).map(({ name }) => name)).toEqual([
      "yours",
      "the tempting one: the last there is",
      "the honest one",
    ]);
  });
});

test("what becomes of empty cells is told as it came out, better or worse", () => {
  const scores = [
    table("leave", 0.7, 0.7),
    table("fill_next", 0.8, 0.6, [0.1, -0.1]),
    table("drop_rows", 0.7, 0.72, [0, 0]),
  ];
  const said = (name: "leave" | "fill_next" | "drop_rows") => treatmentWords(answer(scores), name);
  expect(said("leave")).toEqual(["Leave it empty: it promises 0.70 and keeps that."]);
  expect(said("fill_next")).toEqual([
    "Fill it with the next value: it promises 0.80 and keeps 0.60.",
    "That is worse in production than leaving the cells empty, beyond what chance explains.",
  ]);
  expect(said("drop_rows")).toEqual([
    "Drop the row: it promises 0.70, and production comes to 0.72.",
    "300 of 1\u00a0000 rows are left to learn from.",
    "In production it is no better and no worse than leaving the cells empty, beyond what chance explains.",
  ]);
});

test("whether a feature that leaked is worth keeping is told as it came out", () => {
  const without = table("own", 0.7, 0.7);
  expect(outWords("payments", without, [table("own", 0.75, 0.75)])).toBe(
    "With payments joined by created time it comes to 0.75: joined right they say something, too. Mend the join, and keep them.",
  );
  expect(outWords("payments", without, [table("own", 0.7, 0.7)])).toContain("add nothing here");
  expect(outWords("payments", without, [])).toBe("");
});

describe("whether a random split flatters", () => {
  const split = (seed: number, byTime: number, mean: number, production: number | null): SplitScore => ({
    seed,
    hasLeaks: production !== null,
    byTime: at(byTime),
    production: at(production ?? byTime),
    atRandom: { mean, low: mean - 0.01, high: mean + 0.01 },
  });

  test("is told as it came out", () => {
    const [within, above, below] = [
      split(1, 0.7, 0.71, null),
      split(2, 0.7, 0.8, null),
      split(3, 0.7, 0.6, null),
    ];
    const [never, always, some] = [
      splitsWords([within, within]),
      splitsWords([above, above]),
      splitsWords([above, within, below]),
    ];
    expect(never).toEqual([
      "In none of them does the random split promise more than the split by time, beyond chance.",
    ]);
    expect(always).toEqual([
      "In each of them the random split promises more than the split by time, beyond chance.",
    ]);
    expect(some).toEqual([
      "In one of three the random split promises more than the split by time, beyond chance.",
      "In one it promises less.",
    ]);
  });

  test("a leak that both splits pass is told", () => {
    const said = splitsWords([split(1, 0.7, 0.7, null), split(1, 0.9, 0.91, 0.6)]);
    expect(said.slice(1)).toEqual([
      "With the feature that leaks, on the first: 0.90 when split by time, 0.91 when split at random, and 0.60 in production.",
      "Neither split sees it: the leak stands in the rows that are tried, too.",
    ]);
  });
});
