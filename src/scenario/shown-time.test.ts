import { expect, test } from "vitest";
import { readTypedTime } from "./shown-time";

const us = (iso: string) => BigInt(Date.parse(iso)) * 1000n;

test.each([
  ["5 Nov 2025 14:00", us("2025-11-05T14:00Z")],
  ["05 nov 2025 14:00:05.25 UTC", us("2025-11-05T14:00:05.250Z")],
  ["5 Nov 2025 14:00:00.000001", us("2025-11-05T14:00Z") + 1n],
  ["1 May 2025", us("2025-05-01T00:00Z")],
  [" 2025-11-05 14:00 ", us("2025-11-05T14:00Z")],
  ["2025-11-05T14:00+01:00", us("2025-11-05T13:00Z")],
])("%s is read", (text, value) => {
  expect(readTypedTime(text)).toEqual({ ok: true, value });
});

test.each(["31 Nov 2025", "5 Nob 2025", "5 Nov", "yesterday", ""])("“%s” is not", (text) => {
  expect(readTypedTime(text).ok).toBe(false);
});
