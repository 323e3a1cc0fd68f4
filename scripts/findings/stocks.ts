import { group } from "d3-array";
import { of } from "./claim";
import {
  monthsLater,
  percentChange,
  type RealData,
  type RealGroup,
  type Row,
  readCsvFile,
  readUsDate,
} from "./real-data";

interface MonthlyPrice {
  readonly symbol: string;
  readonly month: Date;
  readonly price: number;
}

/** Five stocks' monthly prices, and the index's: of each in the order of months. */
export function monthlyPrices(): Map<string, MonthlyPrice[]> {
  const rows = [
    ...readCsvFile("stocks.csv"),
    ...readCsvFile("sp500.csv").map((row) => ({ ...row, symbol: "S&P 500" })),
  ].map(({ symbol = "", date = "", price = "" }: Readonly<Record<string, string>>) => ({
    symbol,
    month: readUsDate(date),
    price: Number(price),
  }));
  return group(rows, ({ symbol }) => symbol);
}

/** Will a stock's price be higher at the end of the month that begins now? From its last known prices. */
export function stocks(): RealData {
  const asks: Row[] = [];
  const prices: Row[] = [];
  for (const [symbol, months] of monthlyPrices()) {
    for (const [i, { month, price }] of months.entries()) {
      prices.push({
        symbol,
        price,
        change_1m: percentChange(price, months[i - 1]?.price),
        change_3m: percentChange(price, months[i - 3]?.price),
        month,
        known: monthsLater(month, 1),
      });
      const before = months[i - 1];
      // The files end within March 2010: how that month ended they do not say.
      if (before !== undefined && i + 1 < months.length)
        asks.push({ symbol, goes_up: price > before.price, at: month });
    }
  }
  const groups: RealGroup[] = [
    {
      name: "months",
      schema: { symbol: "string", goes_up: "bool", at: "timestamp" },
      primaryKeys: ["symbol"],
      eventTime: "at",
      rows: asks,
    },
    {
      name: "prices",
      schema: {
        symbol: "string",
        price: "float64",
        change_1m: "float64",
        change_3m: "float64",
        month: "timestamp",
        known: "timestamp",
      },
      primaryKeys: ["symbol"],
      eventTime: "month",
      createdTime: "known",
      rows: prices,
    },
  ];
  return {
    title: "Will the price be higher at the end of this month?",
    question:
      "On the first of each month, for five stocks and the S&P 500: will the price at the end of the month be above that at the end of the last one?",
    sources: [
      { file: "stocks.csv", from: "not stated by vega-datasets", licence: "not stated" },
      { file: "sp500.csv", from: "not stated by vega-datasets", licence: "not stated" },
    ],
    times:
      "The files date a price with the first of its month, and it is the price at the month’s **end**: each of the S&P 500’s is the last daily close of its month in `sp500-2000.csv` (a test compares all of them). So the event time is the date as written, and the created time the first of the next month. A label is known a month later.",
    groups,
    view: {
      name: "stocks",
      labelFg: "months",
      label: "goes_up",
      labelHorizon: "31d",
      joins: [{ fgName: "prices", on: ["symbol"], features: ["price", "change_1m", "change_3m"] }],
    },
    found: [
      {
        says: "Nothing here predicts a month’s return, and by the dates as they are written a model is perfect: a price that is dated with the first of its month and known at its end holds the answer.",
        holds: (result) => result.noSignal && of(result, "event_time").offline === 1,
      },
      {
        says: "Who sees 1.000 should look for a clock, not for a fortune. No join is better or worse than another in production, beyond its band.",
        holds: (result) =>
          result.variants.every(({ name }) => !of(result, name).costs && !of(result, name).helps),
      },
    ],
  };
}
