import { describe, expect, test } from "vitest";
import { ZoneClock } from "./zone-clock";

const utc = (zone: string, local: string) => {
  const ms = new ZoneClock(zone).toUtcMs(Date.parse(`${local}Z`));
  return Number.isNaN(ms) ? "never" : new Date(ms).toISOString().slice(0, 19);
};

describe("ZoneClock", () => {
  // Answers from the IANA tables, as `zdump -v` prints them.
  test.each([
    ["UTC", "2025-07-01T12:00:00", "2025-07-01T12:00:00"],
    ["Asia/Kolkata", "2025-07-01T12:00:00", "2025-07-01T06:30:00"],
    ["America/New_York", "2025-03-09T01:59:59", "2025-03-09T06:59:59"],
    ["America/New_York", "2025-03-09T02:00:00", "never"],
    ["America/New_York", "2025-03-09T02:59:59", "never"],
    ["America/New_York", "2025-03-09T03:00:00", "2025-03-09T07:00:00"],
    ["Europe/Berlin", "2025-10-26T01:59:59", "2025-10-25T23:59:59"],
    ["Europe/Berlin", "2025-10-26T02:30:00", "2025-10-26T00:30:00"],
    ["Europe/Berlin", "2025-10-26T03:00:00", "2025-10-26T02:00:00"],
    ["Australia/Lord_Howe", "2025-10-05T02:15:00", "never"],
    ["Pacific/Apia", "2011-12-30T12:00:00", "never"],
    ["Pacific/Auckland", "2025-01-01T00:30:00", "2024-12-31T11:30:00"],
    ["Pacific/Honolulu", "2024-12-31T23:30:00", "2025-01-01T09:30:00"],
  ])("%s: %s is %s UTC", (zone, local, expected) => {
    expect(utc(zone, local)).toBe(expected);
  });

  test("takes the first of two equal times on the wall, and counts them", () => {
    const clock = new ZoneClock("Europe/Berlin");
    clock.toUtcMs(Date.UTC(2025, 9, 26, 2, 30));
    clock.toUtcMs(Date.UTC(2025, 9, 26, 4, 30));
    expect(clock.ambiguous).toBe(1);
  });

  test("a day whose midnight is skipped begins when the clocks go on", () => {
    const clock = new ZoneClock("America/Sao_Paulo");
    const midnight = Date.UTC(2018, 10, 4);
    expect(clock.toUtcMs(midnight)).toBeNaN();
    expect(new Date(clock.firstUtcMsFrom(midnight)).toISOString()).toBe("2018-11-04T03:00:00.000Z");
  });

  test("refuses a zone that is none, with a way out", () => {
    expect(() => new ZoneClock("Mars/Base")).toThrow(
      expect.objectContaining({ code: "unknown_zone", message: expect.stringContaining("Europe/Berlin") }),
    );
  });
});
