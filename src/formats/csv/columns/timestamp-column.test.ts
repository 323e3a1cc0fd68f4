import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TimeFormat } from "../csv-plan";
import { readCell } from "../testing/read-cell";

const year = (counted: string, found: number) =>
  `<as ${counted} it would be in the year ${found}: choose another unit, or allow any year>`;

describe("timestamp", () => {
  test.each<[time: TimeFormat, text: string, value: string | null]>([
    ["iso", "2025-11-05", "2025-11-05T00:00:00Z"],
    ["iso", "2025-11-05 14:00", "2025-11-05T14:00:00Z"],
    ["iso", "2025-11-05T14:00:01.5Z", "2025-11-05T14:00:01.500Z"],
    ["iso", "2025-11-05T14:00:00.000001+01:00", "2025-11-05T13:00:00.000001Z"],
    ["iso", "2025-11-05 14:00:00 UTC", "2025-11-05T14:00:00Z"],
    ["iso", "2025-11-05T14:00:00-0530", "2025-11-05T19:30:00Z"],
    ["iso", "2025-11-05T14:00:00+02", "2025-11-05T12:00:00Z"],
    ["iso", "2025/11/05 9:30", "2025-11-05T09:30:00Z"],
    ["iso", "2025-11-05 9.30", "2025-11-05T09:30:00Z"],
    ["iso", "2025-11-05 18.00.05,5", "2025-11-05T18:00:05.500Z"],
    ["iso", "2025-11-05 18.00:05", "<is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z>"],
    ["iso", "2025-11-05 1730", "2025-11-05T17:30:00Z"],
    ["iso", "2025-11-05 905", "2025-11-05T09:05:00Z"],
    ["iso", "2025-11-05T173005.25+01", "2025-11-05T16:30:05.250Z"],
    ["iso", "2025-11-05 2500", "<has hour 25: hours go from 00 to 23>"],
    ["iso", "2025-11-05 1730599", "<is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z>"],
    ["yyyymmdd", "20251105T173005Z", "2025-11-05T17:30:05Z"],
    ["iso", "1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"],
    ["iso", "0001-01-01T00:00:00.000001Z", "0001-01-01T00:00:00.000001Z"],
    ["iso", "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"],
    ["iso", "2024-02-29", "2024-02-29T00:00:00Z"],
    ["iso", "", null],
    ["iso", "2025-02-29", "<has day 29: February 2025 has 28 days>"],
    ["iso", "2025-13-01", "<has month 13: months go from 01 to 12>"],
    ["iso", "2025-11-05 24:00", "<has hour 24: hours go from 00 to 23>"],
    ["iso", "2025-11-05 23:59:60", "<has second 60: seconds go from 00 to 59>"],
    ["iso", "2025-11-05T14:00:00.0000001Z", "<is finer than a microsecond: round it to six decimals>"],
    ["iso", "2025-11-05T14:00:00.1234560Z", "2025-11-05T14:00:00.123456Z"],
    ["iso", "2025-11-05T14:00+24:00", "<has the offset +24:00: offsets go from -23:59 to +23:59>"],
    ["iso", "2025-11-05T14", "<is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z>"],
    ["iso", "soon", "<is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z>"],
    ["iso", "2025-11-05x", "<is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z>"],
    ["day_first", "03/04/2025", "2025-04-03T00:00:00Z"],
    ["day_first", "3.4.2025 7:05", "2025-04-03T07:05:00Z"],
    ["day_first", "31/11/2025 10:00", "<has day 31: November 2025 has 30 days>"],
    [
      "day_first",
      "03/04/25",
      "<has a year of two digits, which could be of any century: write four digits in the file, or read the column as text>",
    ],
    ["day_first", "03/04-2025", "<is not a time like 30/11/2025 14:00, day first>"],
    ["month_first", "03/04/2025", "2025-03-04T00:00:00Z"],
    ["month_first", "11/30/2025, 2:00:00 PM", "2025-11-30T14:00:00Z"],
    ["month_first", "11/30/2025 12:00 am", "2025-11-30T00:00:00Z"],
    ["month_first", "11/30/2025 13:00 PM", "<has hour 13: with AM or PM, hours go from 1 to 12>"],
    ["epoch_s", "1762351200", "2025-11-05T14:00:00Z"],
    ["epoch_s", "1762351200.000001", "2025-11-05T14:00:00.000001Z"],
    ["epoch_s", "-1.5", "1969-12-31T23:59:58.500Z"],
    ["epoch_s", "1.0000001", "<is finer than a microsecond>"],
    ["epoch_s", "now", "<is not a number of seconds since 1970>"],
    [
      "epoch_s",
      "99999999999999",
      "<is outside the years -271821 to 275760, as seconds since 1970: choose another unit>",
    ],
    ["epoch_ms", "1762351200123", "2025-11-05T14:00:00.123Z"],
    ["epoch_ms", "1762351200123.456", "2025-11-05T14:00:00.123456Z"],
    ["epoch_us", "1762351200123456", "2025-11-05T14:00:00.123456Z"],
    ["epoch_us", "9007199254740993", "2255-06-05T23:47:34.740993Z"],
    ["epoch_us", "253402300799999999", "9999-12-31T23:59:59.999999Z"],
  ])("%s: %j reads as %s", (time, text, value) => {
    expect(readCell("timestamp", text, { time, anyYear: true })).toBe(value);
  });

  test.each<[time: TimeFormat, text: string, value: string]>([
    ["epoch_ns", "1704067320123456000", "2024-01-01T00:02:00.123456Z"],
    ["epoch_ns", "1704067200000000000.0", "2024-01-01T00:00:00Z"],
    ["epoch_ns", "1704067320123456001", "<is finer than a microsecond>"],
    ["epoch_ns", "1704067320123456000.5", "<is finer than a microsecond>"],
    ["epoch_ns", "x", "<is not a number of nanoseconds since 1970>"],
    ["yyyymmdd", "20240115", "2024-01-15T00:00:00Z"],
    ["yyyymmdd", "20240229", "2024-02-29T00:00:00Z"],
    ["yyyymmdd", "20240115 17:30", "2024-01-15T17:30:00Z"],
    ["yyyymmdd", "20230229", "<has day 29: February 2023 has 28 days>"],
    ["yyyymmdd", "2024011", "<is not a day like 20251130>"],
    ["yyyymmddhhmmss", "20240115103005", "2024-01-15T10:30:05Z"],
    ["yyyymmddhhmmss", "202401151030", "2024-01-15T10:30:00Z"],
    ["yyyymmddhhmmss", "20240115240000", "<has hour 24: hours go from 00 to 23>"],
    ["yyyymmddhhmmss", "20240115", "<is not a time like 20251130140000>"],
    ["spreadsheet_days", "45383", "2024-04-01T00:00:00Z"],
    ["spreadsheet_days", "45383.5", "2024-04-01T12:00:00Z"],
    ["spreadsheet_days", "45383,5", "2024-04-01T12:00:00Z"],
    ["spreadsheet_days", "45383.520833333336", "2024-04-01T12:30:00Z"],
    ["spreadsheet_days", "45383.99999999999", "2024-04-02T00:00:00Z"],
    ["spreadsheet_days", "4/1/2024", "<is not a number of days as spreadsheets count them>"],
    ["month_name", "05-Jan-2024 10:30", "2024-01-05T10:30:00Z"],
    ["month_name", "5 jan 2024", "2024-01-05T00:00:00Z"],
    ["month_name", "5JAN2024", "2024-01-05T00:00:00Z"],
    ["month_name", "Jan 5, 2024 2:00 PM", "2024-01-05T14:00:00Z"],
    ["month_name", "JANUARY 15 2024", "2024-01-15T00:00:00Z"],
    ["month_name", "Sept. 3, 2024", "2024-09-03T00:00:00Z"],
    ["month_name", "Mon, 15 Jan 2024 10:00:00 GMT", "2024-01-15T10:00:00Z"],
    ["month_name", "Monday, January 15, 2024", "2024-01-15T00:00:00Z"],
    ["month_name", "Mon, 15 Jan 2024 10:00:00 +0130", "2024-01-15T08:30:00Z"],
    ["month_name", "10/Oct/2000:13:55:36 -0700", "2000-10-10T20:55:36Z"],
    ["month_name", "30 Feb 2024", "<has day 30: February 2024 has 29 days>"],
    [
      "month_name",
      "05-Jan-24",
      "<has a year of two digits, which could be of any century: write four digits in the file, or read the column as text>",
    ],
    ["month_name", "5 Janus 2024", "<is not a time like 30 Nov 2025 14:00 or Nov 30, 2025 2:00 PM>"],
    ["month_name", "Ja 5 2024", "<is not a time like 30 Nov 2025 14:00 or Nov 30, 2025 2:00 PM>"],
    ["month_name", "Monday", "<is not a time like 30 Nov 2025 14:00 or Nov 30, 2025 2:00 PM>"],
    ["month_name", "2024-01-05", "<is not a time like 30 Nov 2025 14:00 or Nov 30, 2025 2:00 PM>"],
  ])("%s: %j reads as %s", (time, text, value) => {
    expect(readCell("timestamp", text, { time })).toBe(value);
  });

  test("a spreadsheet's time is that of the plan's zone, and its days before March 1900 are told", () => {
    const format = { time: "spreadsheet_days", zone: "Europe/Berlin", anyYear: true } as const;
    expect(readCell("timestamp", "45383.5", format)).toBe("2024-04-01T10:00:00Z");
    expect(readCell("timestamp", "61", { ...format, zone: "UTC" })).toBe("1900-03-01T00:00:00Z");
    expect(readCell("timestamp", "60", format)).toBe(
      "<is a day before March 1900, where spreadsheets count a 29 February that never was: write the date out>",
    );
  });

  test.each<[time: TimeFormat, text: string, value: string]>([
    ["epoch_ms", "631152000000", "1990-01-01T00:00:00Z"],
    ["epoch_ms", "631151999999", year("milliseconds since 1970", 1989)],
    ["epoch_s", "4133980799", "2100-12-31T23:59:59Z"],
    ["epoch_s", "4133980800", year("seconds since 1970", 2101)],
    ["epoch_ms", "1536507917123000", year("milliseconds since 1970", 50659)],
    ["epoch_s", "20240115", year("seconds since 1970", 1970)],
    ["epoch_us", "253402300799999999", year("microseconds since 1970", 9999)],
    ["spreadsheet_days", "1536507", year("days as spreadsheets count them", 6106)],
    ["yyyymmdd", "18990115", "1899-01-15T00:00:00Z"],
  ])("a counted time of another century is refused unless any year may be: %s %s", (time, text, value) => {
    expect(readCell("timestamp", text, { time })).toBe(value);
  });

  test("reads every ISO text of a Date as that Date", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(readCell("timestamp", date.toISOString())).toBe(date.toISOString().replace(".000Z", "Z"));
      }),
    );
  });

  test("a time without a zone is in the plan's zone; one with a zone keeps it", () => {
    const zone = "Europe/Berlin";
    expect(readCell("timestamp", "2025-07-01 12:00", { zone })).toBe("2025-07-01T10:00:00Z");
    expect(readCell("timestamp", "2025-12-01 12:00", { zone })).toBe("2025-12-01T11:00:00Z");
    expect(readCell("timestamp", "2025-07-01", { zone })).toBe("2025-06-30T22:00:00Z");
    expect(readCell("timestamp", "2025-07-01 12:00Z", { zone })).toBe("2025-07-01T12:00:00Z");
  });

  test("a time that the clocks skipped is refused", () => {
    expect(readCell("timestamp", "2025-03-30 02:30", { zone: "Europe/Berlin" })).toBe(
      "<never was in Europe/Berlin: the clocks were set forward past it>",
    );
  });
});
