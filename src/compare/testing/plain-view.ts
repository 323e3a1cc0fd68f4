import fc from "fast-check";
import { Column, FeatureGroup, type FeatureGroupDefinition } from "../../microfs";
import { checkView, type JoinDefinition } from "../../microfs/core";
import { type ComparedView, comparedView } from "../compared-view";
import type { PlainRow, PlainSpineRow } from "./naive-variant";

/** A group's rows, and the join on it. */
export interface PlainJoin {
  readonly rows: readonly PlainRow[];
  readonly hasCreated: boolean;
  /** The group's own, microseconds. */
  readonly delayUs: bigint;
  readonly join: Pick<JoinDefinition, "ttl" | "delay" | "direction" | "allowExactMatches" | "asOf">;
}

/** A view of some joins on plain rows: small enough for every tie and edge to come up, and to be checked by eye. */
export interface PlainView {
  readonly spine: readonly PlainSpineRow[];
  readonly joins: readonly PlainJoin[];
}

const COLUMNS = ["a", "b"] as const;

/** The same as a view on real groups. Nothing is stored. */
export function viewOfPlain({ spine, joins }: PlainView): ComparedView {
  const groups = new Map<string, FeatureGroup>();
  const add = (definition: FeatureGroupDefinition, rows: readonly Record<string, unknown>[]) => {
    const group = new FeatureGroup(definition);
    for (const row of rows) {
      for (const [name, column] of group.columns) {
        if (!(column instanceof Column)) throw new TypeError("a group must have columns");
        column.push((row[name] ?? null) as never);
      }
    }
    group.show(rows.length);
    groups.set(definition.name, group);
  };
  const groupNamed = (name: string) => {
    const group = groups.get(name);
    if (group === undefined) throw new RangeError(`there must be a group ${name}`);
    return group;
  };
  add(
    {
      name: "spine",
      schema: { seq: "int64", user: "int64", ts: "timestamp" },
      primaryKeys: ["seq"],
      eventTime: "ts",
    },
    spine.map(({ key, t }, seq) => ({ seq: BigInt(seq), user: key, ts: t })),
  );
  joins.forEach(({ rows, hasCreated, delayUs }, number) => {
    const created: FeatureGroupDefinition["schema"] = hasCreated ? { created: "timestamp" } : {};
    add(
      {
        name: `group${number}`,
        schema: { user: "int64", happened: "timestamp", a: "float64", b: "float64", ...created },
        primaryKeys: ["user"],
        eventTime: "happened",
        createdTime: hasCreated ? "created" : undefined,
        delay: `${delayUs / 1000n}ms`,
      },
      rows.map(({ key, event, created: known, values }) => ({
        user: key,
        happened: event,
        created: known,
        a: values[0],
        b: values[1],
      })),
    );
  });
  const view = checkView(
    {
      name: "view",
      labelFg: "spine",
      joins: joins.map(({ join }, number) => ({
        fgName: `group${number}`,
        on: ["user"],
        features: [...COLUMNS],
        ...join,
      })),
    },
    (name) => groupNamed(name).checked,
  );
  return comparedView(view, groupNamed);
}

const HOUR_US = 3_600_000_000n;
/** Before 1970, when remainders are negative; now; where doubles end; long ago. */
const ORIGINS = [-4n * 24n * HOUR_US, 1_762_300_800_000_000n, 2n ** 53n - 4n, -62_135_596_800_000_000n];

const time = (origin: bigint) =>
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0n, 0n, 0n, 1n, -1n))
    .map(([sixHours, by]) => origin + BigInt(sixHours) * 6n * HOUR_US + by);
const key = fc.constantFrom(1n, 2n, 3n);
const value = fc.option(fc.integer({ min: 0, max: 3 }), { freq: 4 });
const durationMs = fc.constantFrom(0, 6 * 3_600_000, 24 * 3_600_000);

const plainJoin = (origin: bigint): fc.Arbitrary<PlainJoin> =>
  fc.boolean().chain((hasCreated) =>
    fc.record({
      rows: fc.array(
        fc
          .tuple(key, time(origin), fc.integer({ min: -1, max: 3 }), fc.tuple(value, value))
          .map(([user, event, late, values]) => ({
            key: user,
            event,
            created: hasCreated ? event + BigInt(late) * 6n * HOUR_US : null,
            values,
          })),
        { maxLength: 9 },
      ),
      hasCreated: fc.constant(hasCreated),
      delayUs: durationMs.map((ms) => BigInt(ms) * 1000n),
      join: fc.record(
        {
          ttl: durationMs,
          delay: durationMs,
          allowExactMatches: fc.boolean(),
          direction: fc.constantFrom("backward", "backward", "backward", "latest", "nearest", "forward"),
          asOf: hasCreated ? fc.constantFrom("created_time", "event_time") : fc.constant("event_time"),
        },
        { requiredKeys: [] },
      ),
    }),
  );

/** Views of one to three joins. A spine row's key may be null, or one that a group does not have. */
export const plainView: fc.Arbitrary<PlainView> = fc.constantFrom(...ORIGINS).chain((origin) =>
  fc.record({
    spine: fc.array(
      fc.record({ key: fc.option(fc.oneof(key, fc.constant(4n)), { freq: 7 }), t: time(origin) }),
      {
        maxLength: 6,
      },
    ),
    joins: fc.array(plainJoin(origin), { minLength: 1, maxLength: 3 }),
  }),
);
