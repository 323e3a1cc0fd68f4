import { readFileSync } from "node:fs";
import { group } from "d3-array";
import { isAbout, of } from "./claim";
import { DAY_MS, dataPath, later, monthsLater, type RealData, type Row } from "./real-data";

interface MonthlyRate {
  readonly series: string;
  readonly year: number;
  readonly month: number;
  /** Thousands of people. */
  readonly count: number;
  readonly rate: number;
}

/** Will an industry's unemployment rise this month? From the last rates that were published. */
export function unemployment(): RealData {
  const rates: MonthlyRate[] = JSON.parse(
    readFileSync(dataPath("unemployment-across-industries.json"), "utf8"),
  );
  const asks: Row[] = [];
  const published: Row[] = [];
  for (const [industry, months] of group(rates, ({ series }) => series)) {
    for (const [i, { year, month, count, rate }] of months.entries()) {
      const begins = new Date(Date.UTC(year, month - 1));
      const [before, yearBefore] = [months[i - 1], months[i - 12]];
      published.push({
        industry,
        rate,
        count: BigInt(count),
        change_1m: before === undefined ? null : rate - before.rate,
        change_12m: yearBefore === undefined ? null : rate - yearBefore.rate,
        month: begins,
        known: later(monthsLater(begins, 1), 6 * DAY_MS),
      });
      if (before !== undefined) asks.push({ industry, rises: rate > before.rate, at: begins });
    }
  }
  return {
    title: "Will unemployment rise this month?",
    question:
      "On the first of each month, for 14 industries in the U.S., from 2000 to 2010: will this month’s rate be above last month’s?",
    sources: [
      {
        file: "unemployment-across-industries.json",
        from: "U.S. Bureau of Labor Statistics, Current Population Survey, Table A-31 (BLS.gov cannot vouch for the data or analyses derived from these data after the data have been retrieved from BLS.gov.)",
        licence: "U.S. Government data",
      },
    ],
    times:
      "A rate is dated with its month’s beginning. The Bureau publishes it in the first days of the next month; the day is not in the file, and the 7th was assumed. A label is known when it is published.",
    groups: [
      {
        name: "months",
        schema: { industry: "string", rises: "bool", at: "timestamp" },
        primaryKeys: ["industry"],
        eventTime: "at",
        rows: asks,
      },
      {
        name: "rates",
        schema: {
          industry: "string",
          rate: "float64",
          count: "int64",
          change_1m: "float64",
          change_12m: "float64",
          month: "timestamp",
          known: "timestamp",
        },
        primaryKeys: ["industry"],
        eventTime: "month",
        createdTime: "known",
        rows: published,
      },
    ],
    view: {
      name: "unemployment",
      labelFg: "months",
      label: "rises",
      labelHorizon: "37d",
      joins: [{ fgName: "rates", on: ["industry"], features: ["rate", "count", "change_1m", "change_12m"] }],
    },
    found: [
      {
        says: "By its date a rate is there a month before it is published, and with it the answer. In production that model is no better than a coin, and 0.09 below the one that learned from what was published.",
        holds: (result) =>
          of(result, "event_time").offline > 0.999 &&
          of(result, "event_time").production < 0.5 &&
          isAbout(of(result, "own").production - of(result, "event_time").production, 0.087) &&
          of(result, "event_time").costs,
      },
    ],
  };
}
