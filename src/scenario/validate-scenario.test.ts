import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import type { FeatureGroupDefinition, FeatureViewDefinition } from "../microfs/core";
import { SAMPLES } from "./samples/samples";
import type { GroupDefinition, Scenario, ViewDefinition } from "./scenario";
import { arbitraryScenario } from "./testing/arbitrary-scenario";
import { validateScenario } from "./validate-scenario";

test("a scenario is the same value after it was written, read and validated", () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      const read: unknown = JSON.parse(JSON.stringify(scenario));
      expect(validateScenario(read)).toEqual({ ok: true, scenario });
    }),
  );
});

test.each(SAMPLES.map((sample) => [sample.name, sample] as const))("the sample %s is valid", (_, sample) => {
  expect(validateScenario(JSON.parse(JSON.stringify(sample)))).toEqual({ ok: true, scenario: sample });
});

test("the store takes a scenario's definitions as they are", () => {
  expectTypeOf<GroupDefinition>().toExtend<FeatureGroupDefinition>();
  expectTypeOf<ViewDefinition>().toExtend<FeatureViewDefinition>();
});

/** Two small groups, one join, a start: valid, until a case below changes one thing. */
function small(): Scenario {
  return {
    version: 1,
    name: "small",
    title: "Small",
    groups: [
      {
        definition: {
          name: "asked",
          schema: { id: "int64", at: "timestamp" },
          primaryKeys: ["id"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: [{ id: "1", at: "2025-01-01" }] },
      },
      {
        definition: {
          name: "paid",
          schema: { id: "int64", sum: "float64", at: "timestamp" },
          primaryKeys: ["id"],
          eventTime: "at",
        },
        rows: { kind: "stored" },
      },
    ],
    view: { name: "v", labelFg: "asked", joins: [{ fgName: "paid", on: "id" }] },
    start: { row: 0, join: 0, phase: "find_entity" },
  };
}

/** The small scenario with the value at `path` replaced; `undefined` takes it away. */
function smallWith(path: readonly (string | number)[], value: unknown): unknown {
  const root: unknown = small();
  const parents = path.slice(0, -1);
  const parent = parents.reduce<unknown>((node, step) => Reflect.get(Object(node), step), root);
  if (value === undefined) Reflect.deleteProperty(Object(parent), path.at(-1) ?? "");
  else Reflect.set(Object(parent), path.at(-1) ?? "", value);
  return root;
}

test("the small scenario that the cases below change is valid", () => {
  expect(validateScenario(small())).toEqual({ ok: true, scenario: small() });
});

const first = ["groups", 0, "definition"] as const;
const row = ["groups", 0, "rows", "rows", 0] as const;
const join = ["view", "joins", 0] as const;

test.each<[readonly (string | number)[], unknown, string]>([
  [["version"], 2, "version is 2. It can be 1."],
  [["name"], "", 'name is "", where text is needed.'],
  [["title"], undefined, "title is missing, where text is needed."],
  [
    ["rows"],
    [],
    "rows is not known here. Known are version, name, title, text, groups, view, edits, rules, actions, start, notes.",
  ],
  [["groups"], {}, "groups is an object, where a list is needed."],
  [
    [...first, "schema", "at"],
    "date",
    'groups[0].definition.schema.at is "date". It can be "int64", "float64", "string", "bool", "timestamp", "int", "float", "str", "datetime".',
  ],
  [[...first, "schema"], {}, "groups[0].definition.schema is empty: give at least a key and a time."],
  [
    [...first, "primaryKeys"],
    [],
    "groups[0].definition.primaryKeys is an empty list: name at least one column.",
  ],
  [
    [...first, "primaryKeys", 0],
    "ids",
    'groups[0].definition.primaryKeys[0] is "ids", which the schema does not have. It has id, at.',
  ],
  [
    [...first, "primaryKeys", 0],
    "constructor",
    'groups[0].definition.primaryKeys[0] is "constructor", which the schema does not have. It has id, at.',
  ],
  [[...first, "eventTime"], "id", 'groups[0].definition.eventTime is "id", which is int64, not a time.'],
  [
    [...first, "ttl"],
    "7 days",
    'groups[0].definition.ttl is "7 days", which is not a duration. Write "7d", "90m" or "1h30m".',
  ],
  [
    [...first, "delay"],
    true,
    'groups[0].definition.delay is true, where a duration like "7d" or "1h30m" is needed.',
  ],
  [["groups", 2], small().groups[1], 'groups[2].definition.name is "paid", as that of groups[1] is.'],
  [
    ["groups", 1, "rows"],
    { kind: "made" },
    'groups[1].rows.kind is "made". It can be "inline", "generated", "stored".',
  ],
  [
    ["groups", 1, "rows"],
    { kind: "generated", generator: "fraud", seed: 1 },
    'groups[1].rows.generator is "fraud". It can be "churn", "dense_rows", "dense_spine", "reaction".',
  ],
  [
    ["groups", 1, "rows"],
    { kind: "generated", generator: "churn", seed: 0.5 },
    "groups[1].rows.seed is 0.5, where a whole number from 0 is needed.",
  ],
  [
    [...row, "id"],
    "9223372036854775808",
    'groups[0].rows.rows[0].id is "9223372036854775808", where an integer of 64 bits, as decimal text like "42", or null is needed.',
  ],
  [
    [...row, "id"],
    2 ** 53,
    'groups[0].rows.rows[0].id is 9007199254740992, where an integer of 64 bits, as decimal text like "42", or null is needed.',
  ],
  [
    [...row, "at"],
    "2025-02-30",
    'groups[0].rows.rows[0].at is "2025-02-30", where a time like "2025-11-06T12:00:00Z" or null is needed.',
  ],
  [[...row, "sum"], 1, "groups[0].rows.rows[0].sum is not known here. Known are id, at."],
  [
    ["view", "labelFg"],
    "ask",
    'view.labelFg is "ask", which is not a group of this scenario. It has asked, paid.',
  ],
  [["view", "label"], "churned", 'view.label is "churned", which asked does not have. It has id, at.'],
  [
    [...join, "on"],
    { id: "user" },
    'view.joins[0].on.id is "user", which paid does not have. It has id, sum, at.',
  ],
  [
    [...join, "direction"],
    "sideways",
    'view.joins[0].direction is "sideways". It can be "backward", "nearest", "forward", "latest".',
  ],
  [[...join, "allowExactMatches"], 1, "view.joins[0].allowExactMatches is 1, where true or false is needed."],
  [
    [...join, "features"],
    ["sum", "at", "x"],
    'view.joins[0].features[2] is "x", which paid does not have. It has id, sum, at.',
  ],
  [["start", "join"], 1, "start.join is 1, and the view has no such join: they are counted from 0."],
  [
    ["start", "phase"],
    "later",
    'start.phase is "later". It can be "find_entity", "rule_out_future", "rule_out_not_yet_known", "rule_out_wrong_side", "rule_out_expired", "keep_latest", "write_cell".',
  ],
  [["start", "column"], "id2", 'start.column is "id2", which paid does not have. It has id, sum, at.'],
  [["start", "together"], "yes", 'start.together is "yes", where true or false is needed.'],
  [
    ["start", "window"],
    { from: "2025-01-02", to: "soon" },
    'start.window.to is "soon", where a time like "2025-11-06T12:00:00Z" is needed.',
  ],
  [
    ["start", "window"],
    { from: "2025-01-02", to: "2025-01-02" },
    "start.window is from 2025-01-02 to 2025-01-02: it must begin before it ends.",
  ],
  [["edits"], [{ kind: "delete", row: 0 }], "edits[0].group is missing, where text is needed."],
  [
    ["edits"],
    [{ kind: "delete", group: "ask", row: 0 }],
    'edits[0].group is "ask", which is not a group of this scenario. It has asked, paid.',
  ],
  [
    ["edits"],
    [{ kind: "set", group: "paid", row: 0, values: { sum: "much" } }],
    'edits[0].values.sum is "much", where a number or null is needed.',
  ],
  [
    ["edits"],
    [{ kind: "add", group: "paid", row: 0, values: {} }],
    "edits[0].row is 0. Rows that are added are counted from 900000000.",
  ],
  [
    ["edits"],
    [{ kind: "rule", join: 1, ttlUs: "5" }],
    "edits[0].join is 1, and the view has no such join: they are counted from 0.",
  ],
  [
    ["edits"],
    [{ kind: "rule", view: "spend", join: 0, ttlUs: "5" }],
    'edits[0].view is "spend", and the view is "v".',
  ],
  [
    ["edits"],
    [{ kind: "rule", join: 0, clock: "created_time" }],
    'edits[0].clock is "created_time", which paid does not have.',
  ],
  [
    ["rules"],
    [null, { direction: "latest" }],
    "rules[1] is for join 1, and the view has no such join: they are counted from 0.",
  ],
  [["rules"], [{ asOf: "created_time" }], 'rules[0].asOf is "created_time", which paid does not have.'],
  [
    ["rules"],
    [{ ttl: "1w" }],
    'rules[0].ttl is "1w", which is not a duration. Write "7d", "90m" or "1h30m".',
  ],
  [["actions"], [{ kind: "look" }], 'actions[0].kind is "look". It can be "materialize", "write", "lookUp".'],
  [
    ["actions"],
    [{ kind: "materialize", group: "pay" }],
    'actions[0].group is "pay", which is not a group of this scenario. It has asked, paid.',
  ],
  [
    ["actions"],
    [{ kind: "write", group: "paid", rows: [{ id: "1", total: 5 }] }],
    "actions[0].rows[0].total is not known here. Known are id, sum, at.",
  ],
  [
    ["actions"],
    [{ kind: "lookUp", entity: { id: "one" } }],
    'actions[0].entity.id is "one", where an integer of 64 bits, as decimal text like "42", or null is needed.',
  ],
  [
    ["actions"],
    [{ kind: "lookUp", entity: { id: "1" }, now: 5 }],
    'actions[0].now is 5, where a time like "2025-11-06T12:00:00Z" is needed.',
  ],
  [["view"], [], "view is a list, where an object is needed."],
])("with %j set to %j it says what is wrong", (path, value, problem) => {
  expect(validateScenario(smallWith(path, value))).toEqual({ ok: false, problems: [problem] });
});

test("edits, rules, actions and all of a place to start may be there", () => {
  const whole: Scenario = {
    ...small(),
    edits: [{ kind: "set", group: "asked", row: 0, values: { at: "2025-01-02" } }],
    rules: [{ direction: "latest", ttl: null }],
    actions: [
      { kind: "write", group: "paid", rows: [{ id: "1", sum: "NaN", at: "2025-01-01" }] },
      { kind: "materialize", group: "paid", asOf: "2025-01-02" },
      { kind: "lookUp", entity: { id: "1" }, now: "2025-01-02" },
    ],
    start: {
      ...{ row: 0, join: 0, phase: "write_cell", together: true, column: "sum" },
      window: { from: "2024-12-31", to: "2025-01-03" },
    },
  };
  expect(validateScenario(JSON.parse(JSON.stringify(whole)))).toEqual({ ok: true, scenario: whole });
});

test("it says all that is wrong at once, and what is wrong with the whole", () => {
  const twice = { ...small(), title: 1, notes: false };
  expect(validateScenario(twice)).toEqual({
    ok: false,
    problems: ["title is 1, where text is needed.", "notes is false, where text is needed."],
  });
  expect(validateScenario(null)).toEqual({
    ok: false,
    problems: ["the scenario is null, where an object is needed."],
  });
});

test("whatever it is given, it answers and never throws", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("groups", "view", "start"), (value, name) => {
      const answer = validateScenario({ ...small(), [name]: value });
      expect(answer.ok || answer.problems.length > 0).toBe(true);
    }),
  );
});
