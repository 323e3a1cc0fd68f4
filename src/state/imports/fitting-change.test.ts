import { expect, test } from "vitest";
import { type CsvPlan, columnOf, type PlanChange } from "../../formats/csv/csv-plan";
import { fittingChange } from "./fitting-change";

const PLAN: CsvPlan = {
  encoding: "utf-8",
  delimiter: ",",
  firstLine: 1,
  hasHeader: true,
  comment: "",
  zone: "UTC",
  quotedBlankIsNull: true,
  unescapeFormulas: false,
  columns: [columnOf("id", "int64"), columnOf("day", "timestamp"), columnOf("hour", "string")],
  made: [],
  key: ["id"],
  eventTime: "day",
  createdTime: null,
};
const TIME_OF_BOTH = { kind: "date_and_time", name: "at", date: "day", timeOfDay: "hour" } as const;
const TIME_OF_OTHERS = { kind: "date_and_time", name: "at", date: "Date", timeOfDay: "Time" } as const;
const SITE = { kind: "constant", name: "site", type: "string", value: "a" } as const;

test.each<[string, PlanChange, PlanChange]>([
  [
    "roles of columns that are there",
    { key: ["hour"], createdTime: null },
    { key: ["hour"], createdTime: null },
  ],
  ["a key with a column that is not", { key: ["id", "shop"], eventTime: "day" }, { eventTime: "day" }],
  ["a time that is not there", { eventTime: "at", createdTime: "at" }, {}],
  [
    "a time that the change itself makes",
    { made: [TIME_OF_BOTH], eventTime: "at" },
    { made: [TIME_OF_BOTH], eventTime: "at" },
  ],
  ["a time made of columns that are not there", { made: [TIME_OF_OTHERS], eventTime: "at" }, { made: [] }],
  ["a constant, which needs none", { made: [SITE], key: ["site"] }, { made: [SITE], key: ["site"] }],
  ["what is said of the file as a whole", { zone: "Europe/Oslo" }, { zone: "Europe/Oslo" }],
])("%s", (_, change, fitting) => {
  expect(fittingChange(PLAN, change)).toEqual(fitting);
});
