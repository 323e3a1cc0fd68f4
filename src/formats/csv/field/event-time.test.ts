import { expect, test } from "vitest";
import { day, type FieldFile, lines, outcomeOf, wantedOf } from "../testing/field-file";

/* Files as people met them elsewhere, and what should come of each: every row, what is left out, what is asked, what is told. */
const FILES: FieldFile[] = [
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
    tellsHours: true,
    told: [
      /^In “Date” no hour is known: each row counts as known from 00:00 of its day on\. “Time” has the time/,
    ],
  },
  {
    what: "a day as eight digits and a time of day, one of them missing and one no time",
    text: lines(
      "room_id,date,time,temp",
      "1,20240501,08:00,20.5",
      "1,20240501,5:30 PM,21.5",
      "2,20240502,,22.5",
      "2,20240502,25:00,23.5",
      "2,20240502,09:00,24.5",
    ),
    key: ["room_id"],
    event: "date time",
    rows: [
      [1n, 20.5, "2024-05-01T08:00:00Z"],
      [1n, 21.5, "2024-05-01T17:30:00Z"],
      [2n, 24.5, "2024-05-02T09:00:00Z"],
    ],
    rejected: [
      [4, "date time"],
      [5, "date time"],
    ],
    asked: [/^“date” holds days and “time” the time of day: one time of both\?$/],
    told: [
      /^“date time” cannot be read in 1 of the 5 rows looked at, such as “20240502 25:00”: that row would be left out\.$/,
      /^“date time” lacks the day or the time of day in 1 of the 5 rows looked at: that row would be left out\.$/,
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
    tellsHours: true,
    told: [
      /^In “date” no hour is known: .* Another column has times of day\. If it is known only later, say so under/,
      /^“ended_at” \(from/,
    ],
  },
  {
    what: "times of day with points between",
    text: lines("sensor_id,Date,Time,v", "1,30/03/2004,18.00.00,2.6", "1,30/03/2004,19.30.15,2.5"),
    key: ["sensor_id"],
    event: "Date Time",
    rows: [
      [1n, 2.6, "2004-03-30T18:00:00Z"],
      [1n, 2.5, "2004-03-30T19:30:15Z"],
    ],
    asked: [/^“Date” holds days and “Time” the time of day: one time of both\?$/],
  },
  {
    what: "times of day as digits",
    text: lines("sensor_id,Date,Time,v", "1,2004-03-30,1730,2.6", "1,2004-03-30,905,2.5"),
    key: ["sensor_id"],
    event: "Date Time",
    rows: [
      [1n, 2.6, "2004-03-30T17:30:00Z"],
      [1n, 2.5, "2004-03-30T09:05:00Z"],
    ],
    asked: [/one time of both\?$/],
  },
  {
    what: "days with a midnight behind each, and a time of day",
    text: lines(
      "room,date,time,temp",
      "1,2024-05-01 00:00:00,08:00,20.5",
      "2,2024-05-01T00:00:00.000Z,17:30,23.5",
    ),
    key: ["room"],
    event: "date time",
    rows: [
      [1n, 20.5, "2024-05-01T08:00:00Z"],
      [2n, 23.5, "2024-05-01T17:30:00Z"],
    ],
    asked: [/^“date” holds days and “time” the time of day: one time of both\?$/],
  },
  {
    what: "an hour without minutes is told beside the day",
    text: lines("sensor_id,date,hour,v", "1,2004-03-30,18,2.6", "1,2004-03-30,19,2.5"),
    key: ["sensor_id"],
    event: "date",
    rows: [
      [1n, day("2004-03-30"), 18n, 2.6],
      [1n, day("2004-03-30"), 19n, 2.5],
    ],
    tellsHours: true,
    told: [/^In “date” no hour is known: .* Another column has times of day\./],
  },
  {
    what: "days alone: what may leak is told",
    text: lines("user_id,scored_on,score", "1,2024-03-01,5", "2,2024-03-02,6"),
    key: ["user_id"],
    event: "scored_on",
    rows: [
      [1n, day("2024-03-01"), 5n],
      [2n, day("2024-03-02"), 6n],
    ],
    tellsHours: true,
    told: [
      /^In “scored_on” no hour is known: each row counts as known from 00:00 of its day on\. If it is known only later, say so under “can be used” below\.$/,
    ],
  },
  {
    what: "midnights alone are days",
    text: lines("user_id,scored_on,score", "1,2024-03-01 00:00:00,5", "2,2024-03-02 00:00:00,6"),
    key: ["user_id"],
    event: "scored_on",
    rows: [
      [1n, day("2024-03-01"), 5n],
      [2n, day("2024-03-02"), 6n],
    ],
    tellsHours: true,
    told: [/^In “scored_on” no hour is known/],
  },
  {
    what: "days with a created time say when a row is known",
    text: lines(
      "user_id,scored_on,ingested_at,score",
      "1,2024-03-01,2024-03-01T10:00Z,5",
      "2,2024-03-02,2024-03-02T11:00Z,6",
    ),
    key: ["user_id"],
    event: "scored_on",
    rows: [
      [1n, day("2024-03-01"), "2024-03-01T10:00:00Z", 5n],
      [2n, day("2024-03-02"), "2024-03-02T11:00:00Z", 6n],
    ],
    tellsHours: true,
    told: [/^“ingested_at” \(from 2024-03-01 to 2024-03-02\) is taken for when a row became known\.$/],
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
