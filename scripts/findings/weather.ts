import { isAbout, of } from "./claim";
import { DAY_MS, HOUR_MS, later, type RealData, type Row, readCsvFile } from "./real-data";

/** Will it rain tomorrow? From the last day whose observations are complete. */
export function rain(): RealData {
  return {
    title: "Will it rain tomorrow?",
    question:
      "Every day at 18:00, in Seattle and New York, from 2012 to 2015: will there be any rain or snow tomorrow?",
    ...observations("rain", "rains"),
    found: [
      {
        says: "Today’s row is complete six hours after the question. To read it early gains 0.08, and what it costs is within the band.",
        holds: (result) =>
          isAbout(of(result, "event_time").offline - of(result, "own").offline, 0.084) &&
          of(result, "event_time").flatters &&
          !of(result, "event_time").costs,
      },
      {
        says: "`nearest` and `forward` read tomorrow’s row itself, and that costs: a model with the answer before it never looked at the weather.",
        holds: (result) =>
          of(result, "nearest").offline === 1 && of(result, "nearest").costs && of(result, "forward").costs,
      },
    ],
  };
}

/** How warm will it be tomorrow? From the same. */
export function warmth(): RealData {
  return {
    title: "How warm will it be tomorrow?",
    question: "At the same moments: what will tomorrow’s greatest temperature be, in °C?",
    ...observations("warmth", "warmest"),
    found: [
      {
        says: "Yesterday’s temperature explains three quarters; today’s, read before the day has ended, 0.10 more.",
        holds: (result) =>
          isAbout(of(result, "own").offline, 0.75) &&
          isAbout(of(result, "event_time").offline - of(result, "own").offline, 0.1),
      },
      {
        says: "It hardly matters to the model that is served: 0.006 of R², within the band. Seasons make these bands wide below: a stretch of time has one season, and a resampling that lacks the others has less to explain.",
        holds: (result) => !of(result, "event_time").costs,
      },
    ],
  };
}

function observations(
  name: string,
  label: "rains" | "warmest",
): Omit<RealData, "title" | "question" | "found"> {
  const observed = readCsvFile("weather.csv").map((row) => ({
    location: row.location ?? "",
    day: new Date(`${row.date}T00:00Z`),
    precipitation: Number(row.precipitation),
    temp_max: Number(row.temp_max),
    temp_min: Number(row.temp_min),
    wind: Number(row.wind),
    weather: row.weather ?? "",
  }));
  const asks: Row[] = observed.flatMap(({ location, day }, i) => {
    const next = observed[i + 1];
    const isNext = next?.location === location && next.day.getTime() === day.getTime() + DAY_MS;
    return isNext
      ? [{ location, rains: next.precipitation > 0, warmest: next.temp_max, at: later(day, 18 * HOUR_MS) }]
      : [];
  });
  return {
    sources: [
      {
        file: "weather.csv",
        from: "NOAA Climate Data Online",
        licence: "U.S. Government data",
      },
    ],
    times:
      "A row sums up a day: its event time is that day’s beginning, as the file dates it, and it is known at its end. At 18:00 today’s row is therefore not known yet, and tomorrow’s is six hours away. A label is known 30 hours after it is asked for, when tomorrow has ended.",
    groups: [
      {
        name: "evenings",
        schema: { location: "string", rains: "bool", warmest: "float64", at: "timestamp" },
        primaryKeys: ["location"],
        eventTime: "at",
        rows: asks,
      },
      {
        name: "observations",
        schema: {
          location: "string",
          precipitation: "float64",
          temp_max: "float64",
          temp_min: "float64",
          wind: "float64",
          weather: "string",
          day: "timestamp",
          known: "timestamp",
        },
        primaryKeys: ["location"],
        eventTime: "day",
        createdTime: "known",
        rows: observed.map((row) => ({ ...row, known: later(row.day, DAY_MS) })),
      },
    ],
    view: {
      name,
      labelFg: "evenings",
      label,
      labelHorizon: "30h",
      joins: [
        {
          fgName: "observations",
          on: ["location"],
          features: ["precipitation", "temp_max", "temp_min", "wind", "weather"],
        },
      ],
    },
  };
}
