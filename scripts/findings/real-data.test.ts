import { describe, expect, test } from "vitest";
import { flights } from "./flights";
import { type RealData, readCsvFile, readUsDate } from "./real-data";
import { monthlyPrices, stocks } from "./stocks";
import { REAL_DATA, storeOf } from "./training-sets";
import { unemployment } from "./unemployment";
import { rain, warmth } from "./weather";

/** The training table of a view, as rows. */
async function trainingOf(data: RealData) {
  const store = await storeOf(data);
  const training = await store.getTrainingData(data.view.name);
  const rows = training.table.toArray().map((row) => row.toJSON());
  await store.clear();
  return { ...training, rows };
}

/** Of the flights two airports are enough here. */
const SMALL: typeof REAL_DATA = { ...REAL_DATA, flights: () => flights(2) };
const NAMES = ["flights", "stocks", "rain", "warmth", "unemployment", "bird_strikes"];

describe("the view's own join", () => {
  test.each(NAMES)("of %s leaks nothing", async (name) => {
    const data = await SMALL[name]?.();
    if (data === undefined) throw new RangeError(`there must be a training set ${name}`);
    const { joins } = await trainingOf(data);
    for (const { index, leak } of joins) {
      expect(leak.includes(1)).toBe(false);
      expect(index.some((row) => row >= 0)).toBe(true);
    }
  });
});

test("a monthly price is dated with the first of its month, and is the close of its last day", () => {
  const closes = new Map<string, number>();
  for (const { date = "", close } of readCsvFile("sp500-2000.csv"))
    closes.set(date.slice(0, 7), Number(close));
  // The file ends within March 2010.
  const months = (monthlyPrices().get("S&P 500") ?? []).slice(0, -1);
  expect(months).toHaveLength(122);
  for (const { month, price } of months)
    expect(closes.get(month.toISOString().slice(0, 7))).toBeCloseTo(price, 1);
});

test("a month is predicted from the price at the end of the last one", async () => {
  const { rows } = await trainingOf(stocks());
  const march = rows.find(({ symbol, at }) => symbol === "MSFT" && Number(at) === Date.UTC(2000, 2));
  // MSFT: 39.81 at the end of January 2000, 36.35 of February, 43.22 of March.
  expect(march).toMatchObject({ goes_up: true, price: 36.35 });
  expect(march?.change_1m).toBeCloseTo(-8.691, 3);
  expect(readUsDate("Mar 1 2000").getTime()).toBe(Date.UTC(2000, 2));
});

test("at 18:00 yesterday's weather is the last that is complete, and tomorrow's is asked for", async () => {
  const evening = (day: number) => Date.UTC(2012, 0, day, 18);
  const rainy = await trainingOf(rain());
  const warm = await trainingOf(warmth());
  const at = (rows: typeof rainy.rows, day: number) =>
    rows.find((row) => row.location === "Seattle" && Number(row.at) === evening(day));
  // Seattle, 1 to 3 January 2012: 0, 10.9 and 0.8 mm; 12.8, 10.6 and 11.7 °C.
  expect(at(rainy.rows, 1)).toMatchObject({ rains: true, precipitation: null });
  expect(at(rainy.rows, 2)).toMatchObject({ rains: true, precipitation: 0, weather: "drizzle" });
  expect(at(warm.rows, 2)).toMatchObject({ warmest: 11.7, temp_max: 12.8 });
  // 7 and 8 January are dry.
  expect(at(rainy.rows, 6)).toMatchObject({ rains: false });
});

test("on the first of a month the rate before last is the last that is published", async () => {
  const { rows } = await trainingOf(unemployment());
  const of = (month: number) =>
    rows.find((row) => row.industry === "Government" && Number(row.at) === Date.UTC(2000, month - 1));
  // Government, January to March 2000: 2.1, 2.0 and 1.5 %.
  expect(of(2)).toMatchObject({ rises: false, rate: null });
  expect(of(3)).toMatchObject({ rises: false, rate: 2.1 });
  expect(of(4)).toMatchObject({ rate: 2 });
});

test("a flight's delay is known when it has landed, and a day's when it is over", async () => {
  const { groups } = await flights(2);
  const [departures, all, days] = groups;
  const [first] = all?.rows ?? [];
  // Half an hour, and 480 miles an hour.
  const minutes = 30 + Number(first?.distance) / 8;
  expect(Number(first?.landed) - Number(first?.departed)).toBe(minutes * 60_000);
  for (const row of departures?.rows ?? [])
    expect(row.is_late).toBe(Number(all?.rows[Number(row.flight)]?.delay) > 15);
  // 2 airports, 31 days each; known at 6:00 the next morning.
  expect(days?.rows).toHaveLength(62);
  for (const { day, known } of days?.rows ?? []) expect(Number(known) - Number(day)).toBe(30 * 3_600_000);
  const flightsOfDays = days?.rows.reduce((sum, row) => sum + Number(row.flights_of_day), 0);
  expect(flightsOfDays).toBe(all?.rows.length);
});
