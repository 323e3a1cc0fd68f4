import fc from "fast-check";
import { type ColumnType, DIRECTIONS } from "../../microfs/core";
import { PHASES } from "../../terms/phases";
import { type Edit, FIRST_ADDED_ROW } from "../edits/edit";
import type {
  GroupDefinition,
  InlineRow,
  InlineValue,
  RowSource,
  Scenario,
  ScenarioAction,
  ScenarioGroup,
} from "../scenario";

const word = fc.string({ minLength: 1, maxLength: 8 });
// Names that have hurt programs before stand among them.
const columnName = fc.oneof(word, fc.constantFrom("__proto__", "constructor", "toString", "1"));
const duration = fc.oneof(fc.constantFrom("7d", "1h30m", "250ms"), fc.nat());
const durationOrNull = fc.oneof(duration, fc.constant(null));

const time = fc.oneof(
  fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
  // Moments that meet.
  fc.constantFrom("2025-11-05", "2025-11-05T00:00:00.000001Z", "2025-11-05 14:00+14:00", "2025-11-06"),
);

/** Any value of each type, and often one of a few, so that keys and whole rows meet. */
const VALUES: Readonly<Record<ColumnType, fc.Arbitrary<InlineValue>>> = {
  int64: fc.oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
    fc.constantFrom("1", "2", 2, "9007199254740993"),
  ),
  // JSON writes -0 as 0.
  float64: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
    fc.constantFrom("NaN", "Infinity", "-Infinity", 0, 1),
  ),
  string: fc.oneof(fc.string(), fc.constantFrom("", "a", "null", "\ud800")),
  bool: fc.boolean(),
  timestamp: time,
};
const TYPES = ["int64", "float64", "string", "bool", "timestamp"] as const;

function rowOf(schema: GroupDefinition["schema"]): fc.Arbitrary<InlineRow> {
  const cells = Object.entries(schema).map(([name, type]) =>
    fc.tuple(
      fc.constant(name),
      fc.option(type in VALUES ? VALUES[type as ColumnType] : fc.constant(null), { freq: 9 }),
    ),
  );
  return fc.tuple(...cells).map((entries) => Object.fromEntries(entries));
}

function rowsOf(schema: GroupDefinition["schema"]): fc.Arbitrary<RowSource> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<RowSource>({ kind: "stored" }) },
    {
      weight: 1,
      arbitrary: fc.nat().map((seed): RowSource => ({ kind: "generated", generator: "churn", seed })),
    },
    {
      weight: 4,
      arbitrary: fc
        .array(rowOf(schema), { maxLength: 8 })
        .map((rows): RowSource => ({ kind: "inline", rows })),
    },
  );
}

/** @param keyType - Of the first column; the second is the event time, the third now and then the created time. */
const group = (keyType: ColumnType): fc.Arbitrary<ScenarioGroup> =>
  fc
    .tuple(
      fc.uniqueArray(columnName, { minLength: 3, maxLength: 6 }),
      fc.array(fc.constantFrom(...TYPES), { minLength: 6, maxLength: 6 }),
      fc.record({ ttl: durationOrNull, delay: durationOrNull }, { requiredKeys: [] }),
      fc.boolean(),
      word,
    )
    .map(([names, types, times, isCreated, name]): GroupDefinition => {
      const [key = "", eventTime = "", third = ""] = names;
      const typeOf = (column: string, i: number): ColumnType => {
        if (column === key) return keyType;
        if (column === eventTime || (isCreated && column === third)) return "timestamp";
        return types[i] ?? "bool";
      };
      const created = isCreated ? { createdTime: third } : {};
      const schema = Object.fromEntries(names.map((column, i) => [column, typeOf(column, i)]));
      return { name, schema, primaryKeys: [key], eventTime, ...created, ...times };
    })
    .chain((definition) => rowsOf(definition.schema).map((rows) => ({ definition, rows })));

/** Mostly groups whose keys can be joined. */
const groups = fc
  .constantFrom(...TYPES)
  .chain((keyType) =>
    fc.uniqueArray(
      fc.oneof(
        { weight: 9, arbitrary: group(keyType) },
        { weight: 1, arbitrary: fc.constantFrom(...TYPES).chain(group) },
      ),
      { minLength: 1, maxLength: 4, selector: ({ definition }) => definition.name },
    ),
  );

const clock = fc.constantFrom("created_time" as const, "event_time" as const);

function editOf(definitions: readonly GroupDefinition[]): fc.Arbitrary<Edit> {
  return fc.constantFrom(...definitions).chain(({ name, schema }) =>
    fc.oneof(
      fc
        .tuple(fc.nat(8), rowOf(schema))
        .map(([row, values]): Edit => ({ kind: "set", group: name, row, values })),
      fc
        .tuple(fc.nat(8), rowOf(schema))
        .map(([n, values]): Edit => ({ kind: "add", group: name, row: FIRST_ADDED_ROW + n, values })),
      fc.nat(8).map((row): Edit => ({ kind: "delete", group: name, row })),
      fc.constantFrom("0", "12", null).map((ttlUs): Edit => ({ kind: "rule", join: 0, ttlUs })),
    ),
  );
}

function actionOf(definitions: readonly GroupDefinition[]): fc.Arbitrary<ScenarioAction> {
  const [spine] = definitions;
  return fc.constantFrom(...definitions).chain(({ name, schema }) =>
    fc.oneof(
      fc
        .record({ asOf: time }, { requiredKeys: [] })
        .map((rest): ScenarioAction => ({ kind: "materialize", group: name, ...rest })),
      fc
        .array(rowOf(schema), { maxLength: 3 })
        .map((rows): ScenarioAction => ({ kind: "write", group: name, rows })),
      rowOf(spine?.schema ?? {}).map((entity): ScenarioAction => ({ kind: "lookUp", entity })),
    ),
  );
}

const texts = fc.record({ text: word, notes: word }, { requiredKeys: [] });
const window = fc.constant({ from: "2025-11-05", to: "2025-11-05T00:00:00.000001Z" });

/** Any valid scenario of a spine and up to three joined groups; a group may be joined to itself. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = groups.chain((made) => {
  const definitions = made.map(({ definition }) => definition);
  const [spine] = definitions;
  const rule = (hasCreated: boolean) => ({
    ttl: durationOrNull,
    delay: durationOrNull,
    allowExactMatches: fc.boolean(),
    direction: fc.constantFrom(...DIRECTIONS),
    asOf: hasCreated ? clock : fc.constant("event_time" as const),
  });
  const joins = definitions.map(({ name, schema, primaryKeys, createdTime }) =>
    fc
      .record(
        { ...rule(createdTime !== undefined), features: fc.subarray(Object.keys(schema)) },
        { requiredKeys: [] },
      )
      .map((rest) => ({
        fgName: name,
        on: { [spine?.primaryKeys[0] ?? ""]: primaryKeys[0] ?? "" },
        ...rest,
      })),
  );
  const rules = definitions.map(({ createdTime }) =>
    fc.option(fc.record(rule(createdTime !== undefined), { requiredKeys: [] })),
  );
  const column = fc.constantFrom(...Object.keys(definitions.at(-1)?.schema ?? {}));
  const start = fc.record(
    {
      row: fc.nat(),
      join: fc.constant(definitions.length - 1),
      phase: fc.constantFrom(...PHASES),
      together: fc.boolean(),
      column,
      window,
    },
    { requiredKeys: ["row", "join", "phase"] },
  );
  const rest = fc.record(
    {
      edits: fc.array(editOf(definitions), { maxLength: 4 }),
      rules: fc.tuple(...rules),
      actions: fc.array(actionOf(definitions), { maxLength: 4 }),
      start,
    },
    { requiredKeys: [] },
  );
  return fc.tuple(fc.tuple(...joins), word, word, texts, fc.option(duration), rest).map(
    ([joined, name, title, words, labelHorizon, more]): Scenario => ({
      version: 1,
      name,
      title,
      ...words,
      groups: made,
      view: { name, labelFg: spine?.name ?? "", joins: joined, labelHorizon },
      ...more,
    }),
  );
});

/** A scenario whose rows are all written out: those of other kinds are taken for none. */
export function writtenOut(scenario: Scenario): Scenario {
  const groups = scenario.groups.map((group) =>
    group.rows.kind === "inline" ? group : { ...group, rows: { kind: "inline" as const, rows: [] } },
  );
  return { ...scenario, groups };
}
