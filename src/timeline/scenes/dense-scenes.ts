import type { EntitySlice } from "../../microfs/entity-slice";
import { seededRandom } from "../../scenario/random";
import { lastStep } from "../step/coordinate";
import { type SceneSpine, sceneSlice } from "./scene-slice";
import type { Scene } from "./scenes";

const SEED = 20_251_105;
const START_US = BigInt(Date.UTC(2025, 7, 1)) * 1000n;
const DAY_US = 86_400_000_000;

/** More rows than can be drawn one by one. Each is made when it is first looked at. */
export const DENSE_SCENES: readonly Scene[] = [
  dense("dense-rows", "100 000 payments of one user: counted, and exact when zoomed in", () =>
    denseSlice({ rows: 100_000, days: 120, spineRows: 12 }),
  ),
  dense("dense-spine", "1 000 rows to predict for one user", () =>
    denseSlice({ rows: 400, days: 200, spineRows: 1000 }),
  ),
];

function dense(name: string, title: string, make: () => EntitySlice): Scene {
  let made: EntitySlice | null = null;
  const slice = () => {
    made ??= make();
    return made;
  };
  return {
    name,
    title,
    get slice() {
      return slice();
    },
    get at() {
      const { rows } = slice().spine;
      return lastStep(slice(), rows[Math.floor(rows.length / 2)] ?? 0);
    },
  };
}

/** The same rows on every machine: payments by day and little by night, most of them known an hour later. */
function denseSlice({
  rows,
  days,
  spineRows,
}: {
  rows: number;
  days: number;
  spineRows: number;
}): EntitySlice {
  const random = seededRandom(SEED, rows);
  const times = Float64Array.from({ length: rows }, () => {
    const day = Math.floor(random.next() * days);
    const hour = 8 + (random.next() + random.next()) * 7;
    return Math.floor((day + hour / 24) * DAY_US);
  }).sort();
  const eventTimesUs = BigInt64Array.from(times, (us) => START_US + BigInt(us));
  const createdTimesUs = eventTimesUs.map((us) => us + BigInt(random.integer(0, 7200)) * 1_000_000n);
  const values = Array.from({ length: rows }, () => Math.round(random.between(5, 250) * 100) / 100);
  const empty = sceneSlice({
    entity: ["user_id", 2n],
    spine: predictions(spineRows, days),
    joins: [
      {
        group: "user_payments",
        columns: { total_spend: "float64" },
        rows: [],
        created: [],
        ttl: "4d",
        delay: "6h",
      },
    ],
  });
  return {
    ...empty,
    joins: empty.joins.map((join) => ({
      ...join,
      rows: Int32Array.from(times.keys()),
      eventTimesUs,
      createdTimesUs,
      columns: [
        { name: "user_id", type: "int64", values: values.map(() => 2n) },
        { name: "timestamp", type: "timestamp", values: Array.from(eventTimesUs) },
        { name: "created", type: "timestamp", values: Array.from(createdTimesUs) },
        { name: "total_spend", type: "float64", values },
      ],
    })),
  };
}

function predictions(count: number, days: number): SceneSpine {
  const rows = Array.from({ length: count }, (_, i): [string, boolean] => {
    const us = ((i + 0.5) / count) * days * DAY_US;
    // Whole minutes: a prediction is made by a clock.
    const minuteMs = Math.round(us / 60_000_000) * 60_000;
    return [new Date(Number(START_US / 1000n) + minuteMs).toISOString(), i % 3 === 0];
  });
  return {
    group: "user_activity",
    columns: { churned: "bool" },
    label: "churned",
    labelHorizon: "30d",
    rows,
  };
}
