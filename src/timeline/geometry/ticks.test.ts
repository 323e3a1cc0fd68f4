import { expect, test } from "vitest";
import { textWidth } from "./place-labels";
import { axisWords, ticks } from "./ticks";
import { timeScale } from "./time-scale";
import { WIDEST_US } from "./time-window";

const at = (iso: string) => Date.parse(iso) * 1000;

function labels(from: number, to: number, width = 640, beside: "nothing" | "year" = "year"): string[] {
  return ticks(timeScale({ fromUs: from, toUs: to }, 0, width), 12, beside)
    .map((tick) => tick.label)
    .filter((label) => label !== "");
}

test.each([
  [
    "days",
    "2025-11-01T06:00Z",
    "2025-11-11T18:00Z",
    ["2 Nov", "3 Nov", "4 Nov", "5 Nov", "6 Nov", "7 Nov", "8 Nov", "9 Nov", "10 Nov", "11 Nov"],
  ],
  [
    "hours, the first with its day",
    "2025-11-05T09:30Z",
    "2025-11-05T18:30Z",
    ["5 Nov 10:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00"],
  ],
  [
    "months, and the year where it begins",
    "2025-10-20T00:00Z",
    "2026-03-20T00:00Z",
    ["Nov 2025", "Dec", "2026", "Feb", "Mar"],
  ],
  [
    "halves of months, where not every week has room",
    "2024-12-27T00:00Z",
    "2025-04-20T00:00Z",
    ["1 Jan 2025", "16 Jan", "1 Feb", "16 Feb", "1 Mar", "16 Mar", "1 Apr"],
  ],
  [
    "thirds of months",
    "2025-02-09T00:00Z",
    "2025-04-26T00:00Z",
    ["11 Feb", "21 Feb", "1 Mar", "11 Mar", "21 Mar", "1 Apr", "11 Apr", "21 Apr"],
  ],
  [
    "every week",
    "2025-02-09T00:00Z",
    "2025-04-06T00:00Z",
    ["9 Feb", "16 Feb", "23 Feb", "2 Mar", "9 Mar", "16 Mar", "23 Mar", "30 Mar"],
  ],
  [
    "whole hours, where not every half has room",
    "2025-11-05T06:20Z",
    "2025-11-05T13:20Z",
    ["5 Nov 07:00", "08:00", "09:00", "10:00", "11:00", "12:00"],
  ],
  [
    "seconds",
    "2025-11-05T14:00:00Z",
    "2025-11-05T14:00:26Z",
    ["5 Nov 14:00:00", "14:00:05", "14:00:10", "14:00:15", "14:00:20"],
  ],
] as const)("%s", (_, from, to, said) => {
  expect(labels(at(from), at(to))).toEqual(said);
});

test("where there is no room for all, days stay and hours give way", () => {
  expect(labels(at("2025-11-02T11:30Z"), at("2025-11-06T11:30Z"), 480)).toEqual([
    "3 Nov",
    "12:00",
    "4 Nov",
    "12:00",
    "5 Nov",
    "12:00",
    "6 Nov",
  ]);
  expect(labels(at("2025-11-02T11:30Z"), at("2025-11-06T11:30Z"), 390)).toEqual([
    "3 Nov",
    "4 Nov",
    "5 Nov",
    "6 Nov",
  ]);
});

test("a window without a day of its own says the day at its first label", () => {
  const scale = timeScale({ fromUs: at("2025-11-05T09:50Z"), toUs: at("2025-11-05T18:30Z") }, 0, 640);
  const said = ticks(scale, 12, "year", 40).map((tick) => tick.label);
  expect(said.filter((label) => label !== "")[0]).toBe("5 Nov 11:00");
});

test("single microseconds can be read", () => {
  const from = at("2025-11-05T14:00Z") + 250;
  expect(labels(from, from + 20, 900)).toEqual([
    "5 Nov 14:00:00.000252",
    "14:00:00.000256",
    "14:00:00.000260",
    "14:00:00.000264",
  ]);
});

test.each([
  ["one that lies in a single year", "2025-10-28T00:00Z", "2025-11-09T00:00Z", "times in UTC, 2025"],
  ["one that ends with a year", "2025-10-28T00:00Z", "2026-01-01T00:00Z", "times in UTC, 2025"],
  ["one in which years change", "2025-10-28T00:00Z", "2026-01-02T00:00Z", "times in UTC"],
])("beside the axis of a window stands its year: %s", (_, from, to, said) => {
  expect(axisWords(timeScale({ fromUs: at(from), toUs: at(to) }, 0, 640), "year")).toBe(said);
});

test("what the day beside the axis says, no label says again; a window of two days has none beside it", () => {
  const [from, to] = [at("2025-11-05T06:20Z"), at("2025-11-05T13:20Z")];
  const scaleTo = (toUs: number) => timeScale({ fromUs: from, toUs }, 0, 640);
  expect(axisWords(scaleTo(to), "day")).toBe("UTC, 5 Nov 2025");
  expect(ticks(scaleTo(to), 12, "day").flatMap(({ label }) => (label === "" ? [] : [label]))).toEqual([
    ...["07:00", "08:00", "09:00", "10:00", "11:00", "12:00"],
  ]);
  const next = at("2025-11-06T02:00Z");
  expect(axisWords(scaleTo(next), "day")).toBe("times in UTC, 2025");
  expect(ticks(scaleTo(next), 12, "day").find(({ label }) => label !== "")?.label).toMatch(/^5 Nov /);
});

test("where years change, the first label of each says it", () => {
  expect(labels(at("2025-12-24T12:00Z"), at("2026-01-04T12:00Z"), 960)).toEqual([
    "25 Dec 2025",
    "26 Dec",
    "27 Dec",
    "28 Dec",
    "29 Dec",
    "30 Dec",
    "31 Dec",
    "1 Jan 2026",
    "2 Jan",
    "3 Jan",
    "4 Jan",
  ]);
});

test("where nothing beside the axis says the year, its first label does", () => {
  expect(labels(at("2025-11-01T06:00Z"), at("2025-11-05T18:00Z"), 390, "nothing")).toEqual([
    "2 Nov 2025",
    "3 Nov",
    "4 Nov",
    "5 Nov",
  ]);
});

test.each([1, 3, 10, 100, 1000, 10_000, 100_000])("zoomed out to %i years an axis has labels", (years) => {
  const span = Math.min(years * 365.25 * 86_400_000_000, WIDEST_US);
  for (const share of [0, 0.5, 1]) {
    const from = at("2025-11-05T14:00Z") - span * share;
    const said = labels(from, from + span);
    expect(said.length).toBeGreaterThanOrEqual(3);
    for (const label of said) expect(label).not.toMatch(/NaN|-/);
  }
});

test("labels keep clear of the as-of line, of a fold and of each other", () => {
  const from = at("2025-11-01T00:00Z");
  const day = 86_400_000_000;
  const scale = timeScale({ fromUs: from, toUs: from + 40 * day }, 0, 800, [
    { fromUs: from + 10 * day, toUs: from + 30 * day },
  ]);
  const lineX = 150;
  const boxes = ticks(scale, 12, "year", lineX)
    .filter((tick) => tick.label !== "")
    .map((tick) => [tick.labelX, tick.labelX + textWidth(tick.label, 12)] as const);
  expect(boxes.length).toBeGreaterThan(4);
  boxes.forEach(([left, right], i) => {
    expect(left > lineX || right < lineX).toBe(true);
    expect(left > scale.x(from + 30 * day) || right < scale.x(from + 10 * day)).toBe(true);
    expect(boxes[i + 1]?.[0] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(right);
  });
});

test("a label that would touch the as-of line stands before it, a little away from its tick", () => {
  const from = at("2025-11-01T00:00Z");
  const day = 86_400_000_000;
  const scale = timeScale({ fromUs: from, toUs: from + 8 * day }, 0, 640);
  const third = (lineX: number) => ticks(scale, 12, "year", lineX)[2];
  expect(third(400)).toMatchObject({ x: 160, label: "3 Nov", labelX: 164 });
  const widthPx = textWidth("3 Nov", 12);
  for (const lineX of [172, 180, 190, 160 + widthPx]) {
    const moved = third(lineX);
    expect([lineX, moved?.label]).toEqual([lineX, "3 Nov"]);
    expect((moved?.labelX ?? lineX) + widthPx).toBeLessThan(lineX);
  }
});

test("a label without room before the line stands right behind it, where its tick is hard by", () => {
  const from = at("2025-11-05T10:00Z");
  const scale = timeScale({ fromUs: from, toUs: from + 600_000_000 }, 0, 640);
  // 64 px a minute: the label before leaves no room between itself and the line.
  const nameAt = (lineX: number) => ticks(scale, 12, "year", lineX).find(({ x }) => Math.round(x) === 320);
  expect(nameAt(325)?.label).toBe("10:05");
  expect(nameAt(325)?.labelX).toBeGreaterThan(325);
});

test("an hour is never named before its day is, on either side of a fold", () => {
  const hour = 3_600_000_000;
  const from = at("2025-11-02T11:30Z");
  for (const width of [300, 390, 480, 640, 900])
    for (const hours of [3, 7, 20, 40, 90])
      for (const shift of [0, 5, 11]) {
        const fromUs = from + shift * hour;
        const toUs = fromUs + hours * hour;
        const fold = { fromUs: fromUs + (toUs - fromUs) * 0.4, toUs: fromUs + (toUs - fromUs) * 0.7 };
        const scale = timeScale({ fromUs, toUs }, 0, width, [fold]);
        const said = ticks(scale, 12, "year").filter(({ label }) => label !== "");
        for (const isLeft of [true, false]) {
          const stretch = said.filter(({ x }) => x < scale.x(fold.fromUs) === isLeft);
          expect(stretch[0]?.label ?? "2 Nov").toMatch(/Nov/);
        }
      }
});
