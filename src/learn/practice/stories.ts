import type { ColumnType } from "../../microfs/core";

/** One feature of a story: its group, its column, and what values it has. */
export interface StoryFeature {
  readonly group: string;
  readonly column: string;
  readonly type: Extract<ColumnType, "int64" | "float64">;
  /** Values lie in [from, to], `step` apart. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Nouns for a question, and how long a step in time is there. Its sentences stand with the lessons' words, by its name. */
export interface Story {
  readonly name:
    | "scooters"
    | "shop"
    | "patients"
    | "pumps"
    | "bakery"
    | "stations"
    | "parcels"
    | "greenhouse";
  readonly spine: string;
  readonly label: string;
  /** The column that names the entity. */
  readonly key: string;
  readonly entities: readonly [string, ...string[]];
  readonly stepMinutes: number;
  /** The first is what is asked about; a question of which feature leaks has all. */
  readonly features: readonly [StoryFeature, StoryFeature, StoryFeature];
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Whole numbers. */
function whole(group: string, column: string, from: number, to: number, step = 1): StoryFeature {
  return { group, column, type: "int64", from, to, step };
}

/** Numbers with one decimal. */
function tenths(group: string, column: string, from: number, to: number): StoryFeature {
  return { group, column, type: "float64", from, to, step: 0.1 };
}

export const STORIES: readonly [Story, ...Story[]] = [
  {
    name: "scooters",
    spine: "rides",
    label: "stranded",
    key: "scooter",
    entities: ["Blue 7", "Red 12", "Green 3"],
    stepMinutes: 5,
    features: [
      whole("battery", "percent", 8, 96),
      whole("distance", "km", 1, 40),
      tenths("tyres", "bar", 1.8, 3.6),
    ],
  },
  {
    name: "shop",
    spine: "visits",
    label: "buys",
    key: "customer",
    entities: ["Ada", "Omar", "Lin"],
    stepMinutes: DAY,
    features: [
      whole("payments", "euros", 5, 95, 5),
      whole("returns", "items", 1, 9),
      whole("newsletters", "clicks", 0, 12),
    ],
  },
  {
    name: "patients",
    spine: "rounds",
    label: "called",
    key: "patient",
    entities: ["Ruth", "Emil", "Sana"],
    stepMinutes: HOUR,
    features: [
      tenths("temperature", "celsius", 36.2, 40.1),
      whole("pulse", "beats", 52, 128),
      whole("lab", "crp", 2, 90),
    ],
  },
  {
    name: "pumps",
    spine: "checks",
    label: "fails",
    key: "pump",
    entities: ["P1", "P4", "P9"],
    stepMinutes: 10,
    features: [
      tenths("pressure", "bar", 1.2, 9.8),
      whole("vibration", "hertz", 20, 90),
      whole("oil", "percent", 10, 99),
    ],
  },
  {
    name: "bakery",
    spine: "orders",
    label: "sold_out",
    key: "shop",
    entities: ["Mill Lane", "Old Bridge", "Station"],
    stepMinutes: DAY,
    features: [
      whole("sales", "loaves", 20, 180, 2),
      whole("visitors", "people", 30, 240, 5),
      whole("weather", "celsius", 2, 29),
    ],
  },
  {
    name: "stations",
    spine: "plans",
    label: "runs_empty",
    key: "station",
    entities: ["Harbour", "Museum", "East Gate"],
    stepMinutes: 5,
    features: [
      whole("counts", "bikes", 1, 24),
      whole("arrivals", "trains", 1, 15),
      whole("repairs", "broken", 0, 9),
    ],
  },
  {
    name: "parcels",
    spine: "promises",
    label: "late",
    key: "parcel",
    entities: ["K41", "K77", "K90"],
    stepMinutes: HOUR,
    features: [
      whole("scans", "km_left", 5, 480, 5),
      whole("traffic", "jams", 0, 14),
      tenths("weighings", "kg", 0.4, 9.9),
    ],
  },
  {
    name: "greenhouse",
    spine: "forecasts",
    label: "froze",
    key: "house",
    entities: ["North", "South", "West"],
    stepMinutes: HOUR,
    features: [
      tenths("readings", "celsius", 1.5, 24),
      whole("moisture", "percent", 20, 90),
      whole("wind", "km_h", 0, 70),
    ],
  },
];
