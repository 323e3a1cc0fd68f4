import { expect, test } from "vitest";
import { day, type FieldFile, lines, outcomeOf, wantedOf } from "../testing/field-file";

/* Files as people met them elsewhere, and what should come of each: every row, what is left out, what is asked, what is told. */
const FILES: FieldFile[] = [
  {
    what: "year, month and day with slashes",
    text: lines("site,day,cases", "A,2024/03/01,4", "A,2024/05/12,6", "B,2024/11/2,1"),
    key: ["site"],
    event: "day",
    rows: [
      ["A", day("2024-03-01"), 4n],
      ["A", day("2024-05-12"), 6n],
      ["B", day("2024-11-02"), 1n],
    ],
  },
  {
    what: "years of two digits are told, and not read",
    text: lines("diver,dived_on,depth", "1,4/23/20,12.5", "2,12/31/99,9"),
    key: ["diver"],
    event: null,
    rows: [
      [1n, "4/23/20", 12.5],
      [2n, "12/31/99", 9],
    ],
    told: [
      /^“dived_on” looks like days, but with years of two digits, such as “4\/23\/20”/,
      /^No column says when/,
    ],
  },
  {
    what: "noon and midnight with AM and PM",
    text: lines("course,starts,seats", "A,5/25/2024 12:48 PM,30", "B,5/25/2024 12:15 AM,31"),
    key: ["course"],
    event: "starts",
    rows: [
      ["A", "2024-05-25T12:48:00Z", 30n],
      ["B", "2024-05-25T00:15:00Z", 31n],
    ],
  },
  {
    what: "months by name",
    text: lines(
      "vessel,listed,score",
      "1,05-Jan-2024 10:30,3",
      "1,17-Feb-2024 00:00,4",
      "2,30-Nov-2023 23:15,5",
    ),
    key: ["vessel"],
    event: "listed",
    rows: [
      [1n, "2024-01-05T10:30:00Z", 3n],
      [1n, "2024-02-17T00:00:00Z", 4n],
      [2n, "2023-11-30T23:15:00Z", 5n],
    ],
  },
  {
    what: "one time in microseconds among milliseconds",
    text: lines(
      "device,ts,val",
      "1,1536507914000,1.2",
      "1,1536507915000,2.01",
      "1,1536507916000,2.0",
      "1,1536507917123000,3.9",
      "2,1536507918000,1.9",
    ),
    key: ["device"],
    event: "ts",
    rows: [
      [1n, "2018-09-09T15:45:14Z", 1.2],
      [1n, "2018-09-09T15:45:15Z", 2.01],
      [1n, "2018-09-09T15:45:16Z", 2],
      [2n, "2018-09-09T15:45:18Z", 1.9],
    ],
    rejected: [[5, "ts"]],
    told: [/^“ts” holds 1 time outside the years 1990 to 2100, such as “1536507917123000”/],
  },
  {
    what: "nanoseconds",
    text: lines("host,time,load", "a,1704067200000000000,0.5", "b,1704067320123456000,1"),
    key: ["host"],
    event: "time",
    rows: [
      ["a", "2024-01-01T00:00:00Z", 0.5],
      ["b", "2024-01-01T00:02:00.123456Z", 1],
    ],
  },
  {
    what: "days as eight digits",
    text: lines("station,date,tmax", "US1,20240115,31", "US2,20240229,40", "US2,20231231,12"),
    key: ["station"],
    event: "date",
    rows: [
      ["US1", day("2024-01-15"), 31n],
      ["US2", day("2024-02-29"), 40n],
      ["US2", day("2023-12-31"), 12n],
    ],
    told: [/^In “date”, the number 20240115 is read as a day: 2024-01-15/],
  },
  {
    what: "a spreadsheet's days",
    text: lines("shop,date,sales", "1,45383,10", "1,45384,12", "2,45385,9"),
    key: ["shop"],
    event: "date",
    rows: [
      [1n, day("2024-04-01"), 10n],
      [1n, day("2024-04-02"), 12n],
      [2n, day("2024-04-03"), 9n],
    ],
    told: [/^In “date”, the number 45383 is read as a day as spreadsheets count them: 2024-04-01/],
  },
  {
    what: "one stray number among days",
    text: lines(
      "name,Date,height",
      "bob,2024/12/12,163",
      "tom,2024/12/13,182",
      "alice,2024/12/14,175",
      "jason,2024/12/15,158.5",
      "lucas,2024/12/16,167",
      "1,1,1",
    ),
    key: ["name"],
    event: "Date",
    rows: [
      ["bob", day("2024-12-12"), 163],
      ["tom", day("2024-12-13"), 182],
      ["alice", day("2024-12-14"), 175],
      ["jason", day("2024-12-15"), 158.5],
      ["lucas", day("2024-12-16"), 167],
    ],
    rejected: [[7, "Date"]],
    told: [
      /^“Date” is read as times; 1 of the 6 values looked at cannot be, such as “1”: its row would be left out\.$/,
    ],
  },
  {
    what: "UTC as a word, and fractions of any length",
    text: lines(
      "user,at,clicks",
      "1,2015-05-20 21:34:02 UTC,1",
      "1,2015-05-20 21:34:02.1 UTC,2",
      "2,2015-05-21 00:00:00.123456 UTC,3",
    ),
    key: ["user"],
    event: "at",
    rows: [
      [1n, "2015-05-20T21:34:02Z", 1n],
      [1n, "2015-05-20T21:34:02.100Z", 2n],
      [2n, "2015-05-21T00:00:00.123456Z", 3n],
    ],
  },
  {
    what: "a comma before the fraction of a second, the day first",
    text: lines("host;at;matches", "1;11.12.2017 11:11:33,591;1", "1;31.12.2017 11:11:33,592;2"),
    key: ["host"],
    event: "at",
    rows: [
      [1n, "2017-12-11T11:11:33.591Z", 1n],
      [1n, "2017-12-31T11:11:33.592Z", 2n],
    ],
  },
  {
    what: "seven digits of fraction, numbers between blanks, and Null",
    text: lines(
      "LCLid,DateTime,KWH/hh (per half hour) ",
      "MAC2,2012-10-12 00:30:00.0000000, 0 ",
      "MAC2,2012-10-12 01:00:00.0000000, 0.25 ",
      "MAC2,2012-10-12 01:30:00.0000000,Null",
      "MAC2,2012-10-12 02:00:00.0000000, 1.5 ",
    ),
    key: ["LCLid"],
    event: "DateTime",
    rows: [
      ["MAC2", "2012-10-12T00:30:00Z", 0],
      ["MAC2", "2012-10-12T01:00:00Z", 0.25],
      ["MAC2", "2012-10-12T01:30:00Z", null],
      ["MAC2", "2012-10-12T02:00:00Z", 1.5],
    ],
    told: [/^In “KWH\/hh \(per half hour\)”, “Null” is read as null\.$/],
  },
  {
    what: "the hour that comes twice, in the zone that a person names",
    text: lines(
      "meter,read_at,kwh",
      "1,2022-11-06 00:30:00,1",
      "1,2022-11-06 01:00:00,2",
      "1,2022-11-06 01:30:00,3",
      "1,2022-11-06 01:00:00,4",
      "1,2022-11-06 01:30:00,5",
      "1,2022-11-06 02:00:00,6",
    ),
    said: { zone: "America/New_York" },
    key: ["meter"],
    event: "read_at",
    rows: [
      [1n, "2022-11-06T04:30:00Z", 1n],
      [1n, "2022-11-06T05:00:00Z", 2n],
      [1n, "2022-11-06T05:30:00Z", 3n],
      [1n, "2022-11-06T05:00:00Z", 4n],
      [1n, "2022-11-06T05:30:00Z", 5n],
      [1n, "2022-11-06T07:00:00Z", 6n],
    ],
    ambiguous: 4,
  },
  {
    what: "a blank before the offset",
    text: lines(
      "acct,at,n",
      "1,2024-01-01 00:00:00.000 -0800,1",
      "1,2024-01-01 08:30:00.500 +0000,2",
      "2,2024-01-01 10:00:00.0000000 +01:00,3",
    ),
    key: ["acct"],
    event: "at",
    rows: [
      [1n, "2024-01-01T08:00:00Z", 1n],
      [1n, "2024-01-01T08:30:00.500Z", 2n],
      [2n, "2024-01-01T09:00:00Z", 3n],
    ],
  },
  {
    what: "midnight written 24:00",
    text: lines(
      "st,at,mm",
      "1,2018-01-01 22:00,1",
      "1,2018-01-01 23:00,2",
      "1,2018-01-01 24:00,3",
      "1,2018-01-02 01:00,4",
      "1,2018-01-02 02:00,5",
    ),
    key: ["st"],
    event: "at",
    rows: [
      [1n, "2018-01-01T22:00:00Z", 1n],
      [1n, "2018-01-01T23:00:00Z", 2n],
      [1n, "2018-01-02T01:00:00Z", 4n],
      [1n, "2018-01-02T02:00:00Z", 5n],
    ],
    rejected: [[4, "at"]],
    told: [
      /^“at” is read as times; 1 of the 5 values looked at cannot be, such as “2018-01-01 24:00”: its row/,
    ],
  },
];

test.each(FILES)("$what", async (file) => {
  expect(await outcomeOf(file)).toEqual(wantedOf(file));
});
