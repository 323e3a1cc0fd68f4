import { isAbout, of } from "./claim";
import { type RealData, type Row, readCsvFile } from "./real-data";

/** Did a bird strike do damage? From the last strikes reported at the same airport. */
export function birdStrikes(): RealData {
  const strikes = readCsvFile("birdstrikes.csv").map((row, strike) => ({
    strike: BigInt(strike),
    airport: row["Airport Name"] ?? "",
    damage: row["Effect Amount of damage"] ?? "",
    day: new Date(`${row["Flight Date"]}T00:00Z`),
    phase: row["Phase of flight"] ?? null,
    size: row["Wildlife Size"] ?? null,
    cost: BigInt(row["Cost Total $"] || 0),
    speed: row["Speed IAS in knots"] ? Number(row["Speed IAS in knots"]) : null,
  }));
  const asks: Row[] = strikes.map(({ strike, airport, damage, day }) => ({
    strike,
    airport,
    damaged: damage !== "None",
    day,
  }));
  const reports: Row[] = strikes.map((row) => ({ ...row, damage: row.damage || null }));
  return {
    title: "Did this bird strike do damage?",
    question:
      "When a strike happens at one of 50 airports, from 1990 to 2002: did it do damage? From the last report that has come in from the same airport.",
    sources: [
      { file: "birdstrikes.csv", from: "FAA Wildlife Strike Database", licence: "U.S. Government data" },
    ],
    times:
      "Strikes are dated by day. When a report came in is not in the file; seven days were assumed, as a delay of the group. A strike’s own report has the very time of the question: by `≤` and without the delay it is its own feature.",
    groups: [
      {
        name: "strikes",
        schema: { strike: "int64", airport: "string", damaged: "bool", day: "timestamp" },
        primaryKeys: ["airport"],
        eventTime: "day",
        rows: asks,
      },
      {
        name: "reports",
        schema: {
          strike: "int64",
          airport: "string",
          damage: "string",
          day: "timestamp",
          phase: "string",
          size: "string",
          cost: "int64",
          speed: "float64",
        },
        primaryKeys: ["airport"],
        eventTime: "day",
        delay: "7d",
        rows: reports,
      },
    ],
    view: {
      name: "bird_strikes",
      labelFg: "strikes",
      label: "damaged",
      labelHorizon: "7d",
      joins: [{ fgName: "reports", on: ["airport"], features: ["damage", "phase", "size", "cost", "speed"] }],
    },
    found: [
      {
        says: "Without the delay a strike’s own report is its feature, with the damage in it: 0.96 promised, 0.55 kept.",
        holds: (result) =>
          isAbout(of(result, "no_delay").offline, 0.96) && isAbout(of(result, "no_delay").production, 0.55),
      },
      {
        says: "There is little to be learned from an airport’s last report (0.55), and so the model that leaked loses nothing by it.",
        holds: (result) => isAbout(of(result, "own").offline, 0.55) && !of(result, "no_delay").costs,
      },
    ],
  };
}
