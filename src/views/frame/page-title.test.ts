import { expect, test } from "vitest";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { type Dataset, OWN } from "../../state/document";
import { COMPARE_PAGES, type Route, STAGES } from "../../state/route/route";
import { ALL_CASES, ALL_LESSONS, HOME, START } from "../../state/route/url";
import { pageTitle } from "./page-title";

const CHURN: Dataset = { kind: "sample", name: "churn", scenario: CHURN_SAMPLE };

test.each<[Route, Dataset, string]>([
  [HOME, OWN, "microFS"],
  [ALL_CASES, OWN, "Cases · microFS"],
  [{ ...ALL_CASES, case: "late-row" }, OWN, "late row · Cases · microFS"],
  [ALL_LESSONS, OWN, "Learn · microFS"],
  [{ ...ALL_LESSONS, lesson: "look-left" }, OWN, "Look left, take the last · Learn · microFS"],
  [
    { ...ALL_LESSONS, lesson: "look-left", part: "new-case" },
    OWN,
    "Look left, take the last: new case · Learn · microFS",
  ],
  [
    { ...ALL_LESSONS, lesson: "look-left", part: "why", as: "text" },
    OWN,
    "Look left, take the last, as text · Learn · microFS",
  ],
  [START, OWN, "Data · microFS"],
  [{ ...START, stage: "train" }, CHURN, "Train · Who will cancel? · microFS"],
  [{ ...START, stage: "compare" }, CHURN, "Compare · Who will cancel? · microFS"],
  [{ ...START, stage: "compare", show: "cost" }, OWN, "What it costs · Compare · microFS"],
  [
    { ...START, stage: "compare", show: "differences" },
    CHURN,
    "Where they differ · Compare · Who will cancel? · microFS",
  ],
  // Where Compare is not looked at its page says nothing.
  [{ ...START, stage: "serve", show: "cost" }, OWN, "Serve · microFS"],
])("%# is called “%s”", (route, dataset, title) => expect(pageTitle(route, dataset)).toBe(title));

test("no two stages, and no two pages of Compare, are called the same", () => {
  const routes = [
    HOME,
    ALL_CASES,
    ...STAGES.map((stage) => ({ ...START, stage })),
    ...COMPARE_PAGES.slice(1).map((show) => ({ ...START, stage: "compare" as const, show })),
  ];
  expect(new Set(routes.map((route) => pageTitle(route, CHURN))).size).toBe(routes.length);
});
