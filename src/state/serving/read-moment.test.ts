import { expect, test } from "vitest";
import { readMoment } from "./read-moment";

const NOON_US = 1_762_344_000_000_000n;

test.each([
  ["", { ok: true, text: null, us: null }],
  ["  ", { ok: true, text: null, us: null }],
  ["Now", { ok: true, text: "now", us: null }],
  [" 2025-11-05 12:00 ", { ok: true, text: "2025-11-05 12:00", us: NOON_US }],
  ["2025-11-05T13:00+01:00", { ok: true, text: "2025-11-05T13:00+01:00", us: NOON_US }],
])("“%s” is a moment", (text, moment) => {
  expect(readMoment(text)).toEqual(moment);
});

test("what is no moment says what would be one", () => {
  expect(readMoment(" yesterday ")).toEqual({
    ok: false,
    problem:
      "“yesterday” is not a time: write it like 2025-11-05, 2025-11-05 14:00 or 2025-11-05T14:00:00.000001+01:00.",
  });
});
