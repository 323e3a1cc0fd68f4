import { DuckDBInstance } from "@duckdb/node-api";
import { group } from "d3-array";
import { isAbout, of } from "./claim";
import { DAY_MS, dataPath, HOUR_MS, later, type RealData, type Row } from "./real-data";

interface Flight {
  readonly flight: bigint;
  readonly airport: string;
  readonly departed: Date;
  /** Minutes late at its destination; negative where it was early. */
  readonly delay: number;
  /** Miles. */
  readonly distance: number;
}

/** Every so many flights one is asked about. */
const EACH = 22;
/** Later than this is late, as the Bureau counts it. */
const LATE_MINUTES = 15;

/** The flights of January 2001 from the airports with most of them, in the order of departures. */
async function flightsOfJanuary(airports: number): Promise<Flight[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const file = dataPath("flights-3m.parquet");
  const answer = await connection.runAndReadAll(`
    WITH january AS (SELECT * FROM '${file}' WHERE date < TIMESTAMP '2001-02-01'),
      busiest AS (SELECT origin FROM january GROUP BY origin ORDER BY count(*) DESC, origin LIMIT ${airports})
    SELECT origin, epoch_ms(date)::DOUBLE, delay::DOUBLE, distance::DOUBLE
    FROM january SEMI JOIN busiest USING (origin)
    ORDER BY date, origin, destination, delay, distance`);
  connection.closeSync();
  instance.closeSync();
  return answer.getRows().map(([airport, departed, delay, distance], flight) => ({
    flight: BigInt(flight),
    airport: String(airport),
    departed: new Date(Number(departed)),
    delay: Number(delay),
    distance: Number(distance),
  }));
}

/** About when a flight lands: half an hour, and an hour for each 480 miles. By the clock of where it departed. */
function landing({ departed, distance }: Flight): Date {
  return later(departed, Math.round((30 + distance / 8) * 60_000));
}

/** What an airport's days came to: flights, the share that was late, and the mean delay. */
function daysOf(flights: readonly Flight[]): Row[] {
  const byDay = group(
    flights,
    ({ airport, departed }) => `${airport} ${Math.floor(departed.getTime() / DAY_MS)}`,
  );
  return [...byDay.values()].flatMap((ofDay) => {
    const [first] = ofDay;
    if (first === undefined) return [];
    const day = new Date(Math.floor(first.departed.getTime() / DAY_MS) * DAY_MS);
    const late = ofDay.filter(({ delay }) => delay > LATE_MINUTES).length;
    return [
      {
        airport: first.airport,
        flights_of_day: BigInt(ofDay.length),
        late_of_day: late / ofDay.length,
        mean_delay_of_day: ofDay.reduce((sum, { delay }) => sum + delay, 0) / ofDay.length,
        day,
        known: later(day, DAY_MS + 6 * HOUR_MS),
      },
    ];
  });
}

/** Will a flight that departs now be late? From the last flight from the same airport that has landed, and its last full day. */
export async function flights(airports = 60): Promise<RealData> {
  const all = await flightsOfJanuary(airports);
  const asks = all.filter(({ flight }) => flight % BigInt(EACH) === 0n);
  return {
    title: "Will this flight be late?",
    question: `When a flight departs from one of the ${airports} busiest U.S. airports, in January 2001 (one in ${EACH} of them is asked about): will it land more than ${LATE_MINUTES} minutes late?`,
    sources: [
      {
        file: "flights-3m.parquet",
        from: "U.S. Bureau of Transportation Statistics, on-time performance, collected under 14 CFR Part 234",
        licence: "open; terms not stated",
      },
    ],
    times:
      "A flight’s event time is its actual departure. How late it was is known when it has landed. The file has no landing times: half an hour and an hour for each 480 miles was assumed, from the actual departure. All times are by the clock of the airport it departs from, so that none is mixed with another’s. An airport’s day has that day’s beginning as its event time and is known at 6:00 the next morning. A label is known eight hours after departure.",
    groups: [
      {
        name: "departures",
        schema: { flight: "int64", airport: "string", is_late: "bool", departs: "timestamp" },
        primaryKeys: ["airport"],
        eventTime: "departs",
        rows: asks.map(({ flight, airport, delay, departed }) => ({
          flight,
          airport,
          is_late: delay > LATE_MINUTES,
          departs: departed,
        })),
      },
      {
        name: "flights",
        schema: {
          flight: "int64",
          airport: "string",
          delay: "float64",
          distance: "float64",
          departed: "timestamp",
          landed: "timestamp",
        },
        primaryKeys: ["airport"],
        eventTime: "departed",
        createdTime: "landed",
        rows: all.map((flight) => ({ ...flight, landed: landing(flight) })),
      },
      {
        name: "days",
        schema: {
          airport: "string",
          flights_of_day: "int64",
          late_of_day: "float64",
          mean_delay_of_day: "float64",
          day: "timestamp",
          known: "timestamp",
        },
        primaryKeys: ["airport"],
        eventTime: "day",
        createdTime: "known",
        rows: daysOf(all),
      },
    ],
    view: {
      name: "flights",
      labelFg: "departures",
      label: "is_late",
      labelHorizon: "8h",
      joins: [
        { fgName: "flights", on: ["airport"], features: ["delay", "distance"] },
        {
          fgName: "days",
          on: ["airport"],
          features: ["flights_of_day", "late_of_day", "mean_delay_of_day"],
        },
      ],
    },
    found: [
      {
        says: "By event time the last flight to have departed is, in four rows of five, this very one, and how late it will be stands in its row: 0.94 is promised and 0.60 kept.",
        holds: (result) =>
          isAbout(of(result, "event_time").offline, 0.94) &&
          isAbout(of(result, "event_time").production, 0.6),
      },
      {
        says: "In production the model is no worse than the one that never leaked, beyond the band: what is lost is the promise.",
        holds: (result) => of(result, "event_time").flatters && !of(result, "event_time").costs,
      },
      {
        says: "A join on the date reads the day’s own share of late flights, this one and the later ones among them; that costs.",
        holds: (result) => of(result, "calendar_date").flatters && of(result, "calendar_date").costs,
      },
    ],
  };
}

/** The same, but that a flight of the very minute, which may be itself, does not count. */
export async function flightsBefore(): Promise<RealData> {
  const data = await flights();
  const [ofFlights, ...rest] = data.view.joins;
  if (ofFlights === undefined) throw new RangeError("there must be a join of flights");
  return {
    ...data,
    title: "The same, from flights that departed earlier",
    question:
      "The same question, but only of flights that departed at least a minute before: by no join that looks back can a flight be its own feature. What leaks is how late flights will be that are still in the air.",
    times: "As above; the join with flights has `<` in place of `≤`.",
    view: {
      ...data.view,
      name: "flights_before",
      joins: [{ ...ofFlights, allowExactMatches: false }, ...rest],
    },
    found: [
      {
        says: "A smaller leak, 0.10 in place of 0.33, and here the smaller one is the one that costs in production beyond its band.",
        holds: (result) =>
          isAbout(of(result, "event_time").offline - of(result, "own").offline, 0.1) &&
          of(result, "event_time").costs,
      },
      {
        says: "How late the next flight will be is worth less than how late the last one was, when both are read too early.",
        holds: (result) => of(result, "forward").offline < of(result, "event_time").offline,
      },
    ],
  };
}
