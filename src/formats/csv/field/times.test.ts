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
    what: "a day and a time of day are one time",
    text: lines(
      "room,Date,Time,temp",
      "1,2024-05-01,08:00:00,20.5",
      "1,2024-05-01,17:30:00,23.5",
      "2,2024-05-02,09:00:00,19.5",
    ),
    key: ["room"],
    event: "Date Time",
    rows: [
      [1n, 20.5, "2024-05-01T08:00:00Z"],
      [1n, 23.5, "2024-05-01T17:30:00Z"],
      [2n, 19.5, "2024-05-02T09:00:00Z"],
    ],
    asked: [/^“Date” holds days and “Time” the time of day: one time of both\?$/],
  },
  {
    what: "a day and a time of day are kept apart",
    text: lines("room,Date,Time,temp", "1,2024-05-01,08:00:00,20.5", "2,2024-05-01,17:30:00,23.5"),
    take: [/^Two columns/],
    key: ["room"],
    event: "Date",
    rows: [
      [1n, day("2024-05-01"), "08:00:00", 20.5],
      [2n, day("2024-05-01"), "17:30:00", 23.5],
    ],
    asked: [/one time of both\?$/],
    told: [
      /^“Date” holds days: all of a day counts as known from its 00:00 on, also what came at its end\. “Time” has/,
    ],
  },
  {
    what: "a household's power: day and time of day, ? for null, one thing",
    text: lines(
      "Date;Time;Global_active_power;Voltage;Sub_metering_1",
      "16/12/2006;17:24:00;4.216;234.840;0.000",
      "17/12/2006;00:01:00;?;?;?",
      "28/4/2007;00:21:00;5.360;233.630;1.000",
    ),
    take: [/^All rows are about “field”$/],
    key: ["entity"],
    event: "Date Time",
    rows: [
      [4.216, 234.84, 0, "2006-12-16T17:24:00Z", "field"],
      [null, null, null, "2006-12-17T00:01:00Z", "field"],
      [5.36, 233.63, 1, "2007-04-28T00:21:00Z", "field"],
    ],
    asked: [/one time of both\?$/],
    told: [/^In “Global_active_power”, “Voltage” and “Sub_metering_1”, “\?” is read as null\.$/],
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
    what: "a birth date loses to the time between",
    text: lines(
      "patient_id,birth_date,admitted,lab",
      "1,1961-04-02,2024-03-01T10:00:00Z,5.5",
      "2,1988-11-30,2024-03-02T08:00:00Z,4.5",
    ),
    key: ["patient_id"],
    event: "admitted",
    rows: [
      [1n, day("1961-04-02"), "2024-03-01T10:00:00Z", 5.5],
      [2n, day("1988-11-30"), "2024-03-02T08:00:00Z", 4.5],
    ],
    told: [/^“birth_date” \(from 1961-04-02 to 1988-11-30\) is a time too/],
  },
  {
    what: "a birth loses by what it holds, whatever its name",
    text: lines(
      "patient_id,geboren,gesehen,lab",
      "1,1961-04-02,2024-03-01,5.5",
      "2,1988-11-30,2024-03-02,4.5",
    ),
    key: ["patient_id"],
    event: "gesehen",
    rows: [
      [1n, day("1961-04-02"), day("2024-03-01"), 5.5],
      [2n, day("1988-11-30"), day("2024-03-02"), 4.5],
    ],
    told: [/^“geboren” \(from 1961-04-02 to 1988-11-30\) is a time too/],
  },
  {
    what: "a due date is told, and never asked about as the created time",
    text: lines(
      "invoice_id,due_date,issued,amount",
      "1,2024-04-01,2024-03-01,5.5",
      "2,2024-04-02,2024-03-02,4.5",
    ),
    key: ["invoice_id"],
    event: "issued",
    rows: [
      [1n, day("2024-04-01"), day("2024-03-01"), 5.5],
      [2n, day("2024-04-02"), day("2024-03-02"), 4.5],
    ],
    told: [/^“due_date” \(from 2024-04-01 to 2024-04-02\) is a time too/],
  },
  {
    what: "a time that never lies before the event time is asked about",
    text: lines(
      "user_id,at,updated_at,n",
      "1,2024-03-01T10:00Z,2024-03-01T12:00Z,5",
      "2,2024-03-02T10:00Z,2024-03-04T12:00Z,6",
    ),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, "2024-03-01T10:00:00Z", "2024-03-01T12:00:00Z", 5n],
      [2n, "2024-03-02T10:00:00Z", "2024-03-04T12:00:00Z", 6n],
    ],
    asked: [/^“updated_at” never lies before “at”\. Is it when you learned of a row\?$/],
    told: [/^“updated_at” \(from 2024-03-01 to 2024-03-04\) is taken for when a row became known\.$/],
  },
  {
    what: "a time that lies before the event time once is told",
    text: lines(
      "user_id,at,updated_at,n",
      "1,2024-03-01T10:00Z,2024-03-01T09:00Z,5",
      "2,2024-03-02T10:00Z,2024-03-04T12:00Z,6",
    ),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, "2024-03-01T10:00:00Z", "2024-03-01T09:00:00Z", 5n],
      [2n, "2024-03-02T10:00:00Z", "2024-03-04T12:00:00Z", 6n],
    ],
    told: [/^“updated_at” is named like a created time, but lies before “at” in 1 of the 2 rows looked at/],
  },
  {
    what: "days beside a column with times of day: what may leak is told",
    text: lines(
      "user_id,date,ended_at,n",
      "1,2024-03-01,2024-03-01T09:00Z,5",
      "2,2024-03-02,2024-03-01T12:00Z,6",
    ),
    key: ["user_id"],
    event: "date",
    rows: [
      [1n, day("2024-03-01"), "2024-03-01T09:00:00Z", 5n],
      [2n, day("2024-03-02"), "2024-03-01T12:00:00Z", 6n],
    ],
    told: [/^“date” holds days: all of a day counts as known from its 00:00 on/, /^“ended_at” \(from/],
  },
  {
    what: "a time of day that cannot be read is told beside the day",
    text: lines("sensor_id,Date,Time,v", "1,30/03/2004,18.00.00,2.6", "1,30/03/2004,19.00.00,2.5"),
    key: ["sensor_id"],
    event: "Date",
    rows: [
      [1n, day("2004-03-30"), "18.00.00", 2.6],
      [1n, day("2004-03-30"), "19.00.00", 2.5],
    ],
    told: [/^“Date” holds days: .* Another column has times of day\.$/],
  },
  {
    what: "days in three columns are told, and no part of them is a key",
    text: lines(
      "year,month,day,carrier,distance",
      "2013,1,1,UA,1400",
      "2013,1,2,AA,1089",
      "2013,1,3,AA,1089",
    ),
    take: [/^True since 1970-01-01/],
    key: ["carrier"],
    event: "true_since",
    rows: [
      [2013n, 1n, 1n, "UA", 1400n, day("1970-01-01")],
      [2013n, 1n, 2n, "AA", 1089n, day("1970-01-01")],
      [2013n, 1n, 3n, "AA", 1089n, day("1970-01-01")],
    ],
    told: [/^All rows count as true since 1970-01-01\./],
  },
  {
    what: "a last row of totals is told",
    text: lines("shop,day,sales", "a,2024-01-01,5", "b,2024-01-02,6", "Total,,11"),
    key: ["shop"],
    event: "day",
    rows: [
      ["a", day("2024-01-01"), 5n],
      ["b", day("2024-01-02"), 6n],
    ],
    rejected: [[4, "day"]],
    told: [/^“day” is empty in 1 of the 3 rows looked at: that row would be left out/],
  },
  {
    what: "a table without times is true since a day",
    text: lines("shop_id,size", "1,20.5", "2,30.5"),
    take: [/^True since 2024-06-01, when the file was saved$/],
    key: ["shop_id"],
    event: "true_since",
    rows: [
      [1n, 20.5, day("2024-06-01")],
      [2n, 30.5, day("2024-06-01")],
    ],
    told: [/^All rows count as true since 2024-06-01\. What is true now may not have been true then/],
  },
];

test.each(FILES)("$what", async (file) => {
  expect(await outcomeOf(file)).toEqual(wantedOf(file));
});
