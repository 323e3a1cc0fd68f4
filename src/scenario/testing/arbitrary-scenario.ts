import fc from "fast-check";
import { DIRECTIONS } from "../../microfs/join/join-rule";
import type { ColumnTypeName } from "../../microfs/schema";
import { PHASES } from "../phases";
import type { GroupDefinition, InlineValue, RowSource, Scenario, ScenarioGroup } from "../scenario";

const word = fc.string({ minLength: 1, maxLength: 8 });
// Names that have hurt programs before stand among them.
const columnName = fc.oneof(word, fc.constantFrom("__proto__", "constructor", "toString", "1"));
const duration = fc.oneof(fc.constantFrom("7d", "1h30m", "250ms"), fc.nat());
const durationOrNull = fc.oneof(duration, fc.constant(null));

const VALUES: Readonly<Partial<Record<ColumnTypeName, fc.Arbitrary<InlineValue>>>> = {
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  // JSON writes -0 as 0.
  float64: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
    fc.constantFrom("NaN", "Infinity", "-Infinity"),
  ),
  string: fc.string(),
  bool: fc.boolean(),
  timestamp: fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((date) => date.toISOString()),
};
const FEATURE_TYPES = ["int64", "float64", "string", "bool", "timestamp"] as const;

function rowsOf(schema: Readonly<Record<string, ColumnTypeName>>): fc.Arbitrary<RowSource> {
  const cells = Object.entries(schema).map(([name, type]) =>
    fc.tuple(fc.constant(name), fc.option(VALUES[type] ?? fc.constant(null))),
  );
  return fc.oneof(
    fc.constant<RowSource>({ kind: "stored" }),
    fc.nat().map((seed): RowSource => ({ kind: "generated", generator: "churn", seed })),
    fc
      .array(
        fc.tuple(...cells).map((entries) => Object.fromEntries(entries)),
        { maxLength: 4 },
      )
      .map((rows): RowSource => ({ kind: "inline", rows })),
  );
}

const group: fc.Arbitrary<ScenarioGroup> = fc
  .tuple(
    fc.uniqueArray(columnName, { minLength: 3, maxLength: 6 }),
    fc.array(fc.constantFrom(...FEATURE_TYPES), { minLength: 6, maxLength: 6 }),
    fc.record({ ttl: durationOrNull, delay: durationOrNull }, { requiredKeys: [] }),
    word,
  )
  .map(([names, types, times, name]): GroupDefinition => {
    const [key = "", eventTime = ""] = names;
    const columns = names.map((column, i) => [
      column,
      column === eventTime ? "timestamp" : (types[i] ?? "bool"),
    ]);
    return { name, schema: Object.fromEntries(columns), primaryKeys: [key], eventTime, ...times };
  })
  .chain((definition) => rowsOf(definition.schema).map((rows) => ({ definition, rows })));

const texts = fc.record({ text: word, notes: word }, { requiredKeys: [] });

/** Any valid scenario of a spine and up to three joined groups; a group may be joined to itself. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .uniqueArray(group, { minLength: 1, maxLength: 4, selector: ({ definition }) => definition.name })
  .chain((groups) => {
    const [spine] = groups;
    const joins = groups.map(({ definition }) =>
      fc
        .record(
          {
            ttl: durationOrNull,
            delay: durationOrNull,
            allowExactMatches: fc.boolean(),
            direction: fc.constantFrom(...DIRECTIONS),
            asOf: fc.constantFrom("created_time" as const, "event_time" as const),
            features: fc.subarray(Object.keys(definition.schema)),
          },
          { requiredKeys: [] },
        )
        .map((rest) => {
          const spineKey = spine?.definition.primaryKeys[0] ?? "";
          return { fgName: definition.name, on: { [spineKey]: definition.primaryKeys[0] ?? "" }, ...rest };
        }),
    );
    return fc
      .tuple(fc.tuple(...joins), word, word, texts, fc.nat(), fc.constantFrom(...PHASES), fc.option(duration))
      .map(
        ([joined, name, title, rest, row, phase, labelHorizon]): Scenario => ({
          version: 1,
          name,
          title,
          ...rest,
          groups,
          view: { name, labelFg: spine?.definition.name ?? "", joins: joined, labelHorizon },
          start: { row, join: joined.length - 1, phase },
        }),
      );
  });
