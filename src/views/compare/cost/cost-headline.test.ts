import { describe, expect, test } from "vitest";
import type { Band, VariantModel } from "../../../compare/model/model-results";
import type { JoinRule } from "../../../microfs/core";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { cellsHeadline, modelHeadline } from "./cost-headline";

const RULES: readonly JoinRule[] = [
  { direction: "backward", clock: "created_time", delayUs: 0n, ttlUs: null, allowExactMatches: true },
];
const COUNTS: VariantCounts = {
  ...{ name: "latest", rows: 10, multipliedRows: 0, cells: 1204, other: 412, newer: 412, older: 0 },
  ...{ medianShiftUs: 1, leaked: 412, stale: 0, empty: 0, medianPeekUs: 1 },
  ...{ peek: { edgesUs: [0, 2], counts: [412] }, features: [] },
};
const OWN: VariantCounts = { ...COUNTS, name: "own", other: 0, newer: 0, leaked: 0, empty: 60 };
const said = (change: Partial<VariantCounts>, own = "as of") =>
  cellsHeadline({ ...COUNTS, ...change }, RULES, own, OWN)
    .map(({ kind, text }) => (kind === "leak" ? `[${text}]` : text))
    .join("");

describe("what cells hold", () => {
  test.each<[Partial<VariantCounts>, string]>([
    [{}, "Joined on the latest value, [412 of 1 204] cells come from the future."],
    [{ leaked: 1 }, "Joined on the latest value, [1 of 1 204] cells comes from the future."],
    // It had happened by then: it is nothing of the future.
    [{ name: "event_time" }, "Joined by event time only, [412 of 1 204] cells hold what was not known yet."],
    [
      { name: "no_ttl", leaked: 0 },
      "Joined without TTL, no cell leaks; 412 of 1 204 are made by another row than as of takes.",
    ],
    [
      { name: "strict", leaked: 0, other: 0 },
      "Joined with < instead of ≤, every cell is made by the row that as of takes.",
    ],
    // Emptiness is the larger cause: it is named first.
    [
      { name: "calendar_date", leaked: 44, empty: 1156 },
      "Joined on the calendar date, 96 % of its cells are empty; [44 of 1 204] come from the future.",
    ],
    [
      { name: "calendar_date", leaked: 0, empty: 1156 },
      "Joined on the calendar date, 96 % of its cells are empty; no cell leaks.",
    ],
    // As many leak as are empty, or few are empty: the leaks come first.
    [
      { name: "calendar_date", leaked: 600, empty: 604 },
      "Joined on the calendar date, [600 of 1 204] cells come from the future.",
    ],
    [{ leaked: 20, empty: 300 }, "Joined on the latest value, [20 of 1 204] cells come from the future."],
    [{ name: "own", leaked: 0, other: 0 }, "Joined as of each row’s time, no cell leaks."],
  ])("%j: %s", (change, sentence) => expect(said(change).replaceAll("\u00a0", " ")).toBe(sentence));

  test("a view's own join may be the one that leaks, and is no as-of join then", () => {
    const rules = [{ ...(RULES[0] as JoinRule), direction: "latest" as const }];
    const parts = cellsHeadline({ ...COUNTS, name: "own" }, rules, "own join", OWN);
    expect(parts.map(({ text }) => text).join("")).toContain("Joined as the view says");
    expect(parts[1]).toMatchObject({ kind: "leak" });
  });
});

describe("what the model gains, and keeps", () => {
  const within: Band = { value: 0.004, low: -0.01, high: 0.02 };
  const more: Band = { value: 0.21, low: 0.15, high: 0.27 };
  const less: Band = { value: -0.16, low: -0.2, high: -0.1 };
  const at = (value: number): Band => ({ value, low: value - 0.02, high: value + 0.02 });
  /** As of reaches 0.7004 offline and 0.6996 in production; the model that many more, or fewer. */
  const model = (offline: Band, production: Band): VariantModel => ({
    name: "latest",
    offline: { auc: at(0.7004 + offline.value) },
    production: { auc: at(0.6996 + production.value) },
    gap: more,
    overReference: { offline, production },
    calibration: { offline: [], production: [] },
    coefficients: [],
    reliance: [],
    rows: { used: 10, of: 10 },
  });
  const none: Band = { value: 0, low: 0, high: 0 };
  const variants = [model(none, none)];
  const gained = (offline: Band, production: Band, { leaks = true, noSignal = false } = {}) =>
    modelHeadline(
      model(offline, production),
      { metrics: ["auc", "log_loss"], noSignal, variants },
      "as of",
      leaks,
    );

  test.each<[string, Band, Band]>([
    ["The model gains 0.210 AUC offline over as of, and in production it is worse by 0.160.", more, less],
    [
      "The model gains 0.210 AUC offline over as of, and in production it is no better beyond the band.",
      more,
      within,
    ],
    ["The model loses 0.160 AUC offline against as of, and in production it is better by 0.210.", less, more],
    ["The model loses 0.160 AUC offline and 0.160 in production against as of.", less, less],
    ["The model gains 0.210 AUC offline and 0.210 in production over as of.", more, more],
    [
      "Offline the model is no better or worse than as of beyond the band, and in production it is worse by 0.160.",
      within,
      less,
    ],
  ])("%s", (sentence, offline, production) => expect(gained(offline, production)).toBe(sentence));

  test("a leak that does no harm is said to do none, and what is no leak is not called one", () => {
    expect(gained(within, within)).toBe(
      "The model is neither better nor worse than as of beyond the band, offline or in production: the leak does no harm that shows.",
    );
    expect(gained(within, within, { leaks: false })).not.toContain("leak");
  });

  test("where as of itself is no better than chance, that is said", () => {
    expect(gained(more, within, { noSignal: true })).toMatch(
      /band\. As of itself is no better than chance\.$/,
    );
  });

  test("the reference is compared with nothing", () => {
    const own = {
      ...model(more, less),
      overReference: null,
      offline: { r2: { value: 0.5, low: 0.4, high: 0.6 } },
      production: { r2: { value: 0.49, low: 0.4, high: 0.6 } },
    };
    const facts = { metrics: ["r2", "mae"], noSignal: false, variants } as const;
    expect(modelHeadline({ ...own, gap: within }, facts, "as of", false)).toBe(
      "The model reaches 0.500 R² offline, and keeps it in production: 0.490.",
    );
    expect(modelHeadline({ ...own, gap: more }, facts, "as of", false)).toBe(
      "The model reaches 0.500 R² offline and 0.490 in production.",
    );
    expect(modelHeadline({ ...own, gap: within }, { ...facts, noSignal: true }, "as of", false)).toContain(
      "no better than the mean",
    );
  });

  test("a difference is that of the scores that are shown", () => {
    // 0.7874 and 0.6436 are written 0.787 and 0.644.
    const latest = { ...model(more, less), offline: { auc: at(0.7874) }, production: { auc: at(0.5) } };
    const own = { ...model(none, none), offline: { auc: at(0.6436) }, production: { auc: at(0.6) } };
    const facts = { metrics: ["auc", "log_loss"], noSignal: false, variants: [own, latest] } as const;
    expect(modelHeadline(latest, facts, "as of", true)).toBe(
      "The model gains 0.143 AUC offline over as of, and in production it is worse by 0.100.",
    );
  });
});
