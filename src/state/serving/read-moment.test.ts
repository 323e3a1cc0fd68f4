import { expect, test } from "vitest";
import { readMoment } from "./read-moment";

const NOON_US = 1_762_344_000_000_000n;

test.each([
  ["", { ok: true, text: null, us: null }],
  ["  ", { ok: true, text: null, us: null }],
  ["Now", { ok: true, text: "now", us: null }],
  [" 2025-11-05 12:00 ", { ok: true, text: "2025-11-05 12:00", us: NOON_US }],
  ["5 Nov 2025 12:00 UTC", { ok: true, text: "5 Nov 2025 12:00 UTC", us: NOON_US }],
  ["05 nov 2025 12:00:00.0", { ok: true, text: "05 nov 2025 12:00:00.0", us: NOON_US }],
  ["6 Nov 2025", { ok: true, text: "6 Nov 2025", us: NOON_US + 43_200_000_000n }],
  ["2025-11-05T13:00+01:00", { ok: true, text: "2025-11-05T13:00+01:00", us: NOON_US }],
])("“%s” is a moment", (text, moment) => {
  expect(readMoment(text)).toEqual(moment);
});

test("a day that does not exist is none, however it is written", () => {
  expect(readMoment("31 Nov 2025")).toEqual({
    ok: false,
    problem: "“31 Nov 2025” has day 31: November 2025 has 30 days.",
  });
});

test("what is no moment says what would be one", () => {
  expect(readMoment(" yesterday ")).toEqual({
    ok: false,
    problem:
      "“yesterday” is not a time: write it like 2025-11-05, 2025-11-05 14:00 or 2025-11-05T14:00:00.000001+01:00.",
  });
});
