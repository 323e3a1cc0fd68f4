import { type ColumnTypeName, readSchema, readTimeText } from "../../microfs/core";
import { changedType } from "../edits/column-change";
import { type ColumnEdit, type Edit, FIRST_ADDED_ROW } from "../edits/edit";
import { isOfType, shown } from "../inline-value";
import type {
  GroupDefinition,
  InlineRow,
  JoinDefinition,
  Scenario,
  ScenarioAction,
  ScenarioGroup,
} from "../scenario";
import { at, sentence } from "./parts";

/**
 * What a scenario of the right shape names and does not have, or does not fit, as sentences that begin with a path:
 * groups, columns, joins, values of another type than their column's. What definitions mean together (keys of other
 * types, names that collide) the engine says when it is given them. Costs O(size).
 */
export function brokenReferences(scenario: Scenario): string[] {
  const problems: string[] = [];
  new References(scenario, (path, rest) => problems.push(sentence(path, rest))).check();
  return problems;
}

type Refuse = (path: string, rest: string) => void;

class References {
  readonly #scenario: Scenario;
  readonly #groups: readonly GroupDefinition[];
  readonly #refuse: Refuse;

  constructor(scenario: Scenario, refuse: Refuse) {
    this.#scenario = scenario;
    this.#groups = scenario.groups.map(({ definition }) => definition);
    this.#refuse = refuse;
  }

  check(): void {
    const { groups, view, edits = [], rules = [], actions = [] } = this.#scenario;
    for (const [i, group] of groups.entries()) this.#group(group, i);
    const spine = this.#groupNamed(view.labelFg, "view.labelFg");
    for (const [i, join] of view.joins.entries()) this.#join(join, `view.joins[${i}]`, spine);
    if (spine !== undefined && view.label !== undefined) this.#names(view.label, "view.label", spine);
    for (const [i, edit] of edits.entries()) this.#edit(edit, `edits[${i}]`);
    for (const [i, rule] of rules.entries()) {
      if (view.joins[i] === undefined) this.#refuse(`rules[${i}]`, `is for join ${i}, and ${NO_SUCH_JOIN}`);
      this.#clock(i, `rules[${i}].asOf`, rule?.asOf);
    }
    for (const [i, action] of actions.entries()) this.#action(action, `actions[${i}]`, spine);
    this.#start();
  }

  #group({ definition, rows }: ScenarioGroup, number: number): void {
    const { name, schema, primaryKeys, eventTime, createdTime } = definition;
    const path = `groups[${number}].definition`;
    const first = this.#groups.findIndex((other) => other.name === name);
    if (first < number) this.#refuse(at(path, "name"), `is "${name}", as that of groups[${first}] is.`);
    for (const [i, key] of primaryKeys.entries()) this.#ownColumn(key, `${path}.primaryKeys[${i}]`, schema);
    this.#timeColumn(eventTime, at(path, "eventTime"), schema);
    if (typeof createdTime === "string") this.#timeColumn(createdTime, at(path, "createdTime"), schema);
    if (rows.kind === "inline") this.#rows(rows.rows, `groups[${number}].rows.rows`, definition);
    if (rows.kind === "generated" && rows.knobs !== undefined && rows.generator !== "reaction")
      this.#refuse(`groups[${number}].rows.knobs`, `is there, and "${rows.generator}" has none.`);
  }

  #ownColumn(
    name: string,
    path: string,
    schema: Readonly<Record<string, ColumnTypeName>>,
  ): ColumnTypeName | undefined {
    const type = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (type === undefined) {
      const columns = Object.keys(schema).join(", ");
      this.#refuse(path, `is "${name}", which the schema does not have. It has ${columns}.`);
    }
    return type;
  }

  #timeColumn(name: string, path: string, schema: Readonly<Record<string, ColumnTypeName>>): void {
    const type = this.#ownColumn(name, path, schema);
    if (type !== undefined && type !== "timestamp" && type !== "datetime")
      this.#refuse(path, `is "${name}", which is ${type}, not a time.`);
  }

  #rows(rows: readonly InlineRow[], path: string, { schema }: GroupDefinition): void {
    for (const [i, row] of rows.entries()) this.#values(row, `${path}[${i}]`, schema);
  }

  #values(row: InlineRow, path: string, schema: Readonly<Record<string, ColumnTypeName>>): void {
    for (const [name, value] of Object.entries(row)) {
      const type = Object.hasOwn(schema, name) ? schema[name] : undefined;
      if (type === undefined)
        this.#refuse(at(path, name), `is not known here. Known are ${Object.keys(schema).join(", ")}.`);
      else if (!isOfType(value, type))
        this.#refuse(at(path, name), `is ${shown(value)}, where ${NEEDED[type]} or null is needed.`);
    }
  }

  #groupNamed(name: string, path: string): GroupDefinition | undefined {
    const group = this.#groups.find((one) => one.name === name);
    if (group === undefined) {
      const names = this.#groups.map((one) => one.name).join(", ");
      this.#refuse(path, `is "${name}", which is not a group of this scenario. It has ${names || "none"}.`);
    }
    return group;
  }

  #names(names: string | readonly string[], path: string, group: GroupDefinition): void {
    if (typeof names === "string") this.#column(names, path, group);
    else for (const [i, name] of names.entries()) this.#column(name, `${path}[${i}]`, group);
  }

  /** Where the group itself is missing there is nothing to say about its columns: that has been said. */
  #column(name: string, path: string, group: GroupDefinition | undefined): boolean {
    if (group === undefined || Object.hasOwn(group.schema, name)) return true;
    const columns = Object.keys(group.schema).join(", ");
    this.#refuse(path, `is "${name}", which ${group.name} does not have. It has ${columns}.`);
    return false;
  }

  #join({ fgName, on, features }: JoinDefinition, path: string, spine: GroupDefinition | undefined): void {
    const group = this.#groupNamed(fgName, at(path, "fgName"));
    const onPath = at(path, "on");
    if (typeof on === "string") this.#bothSides(on, onPath, spine, group);
    else if (Array.isArray(on))
      for (const [i, name] of on.entries()) this.#bothSides(name, `${onPath}[${i}]`, spine, group);
    else
      for (const [left, right] of Object.entries(on)) {
        this.#column(left, onPath, spine);
        this.#column(right, at(onPath, left), group);
      }
    if (features !== undefined && group !== undefined) this.#names(features, at(path, "features"), group);
  }

  #bothSides(
    name: string,
    path: string,
    spine: GroupDefinition | undefined,
    group: GroupDefinition | undefined,
  ): void {
    if (this.#column(name, path, spine)) this.#column(name, path, group);
  }

  #edit(edit: Edit, path: string): void {
    if (edit.kind === "rule") {
      const { name } = this.#scenario.view;
      if (edit.view !== undefined && edit.view !== name)
        this.#refuse(at(path, "view"), `is ${shown(edit.view)}, and the view is ${shown(name)}.`);
      this.#knownJoin(edit.join, at(path, "join"));
      this.#clock(edit.join, at(path, "clock"), edit.clock);
      return;
    }
    const group = this.#groupNamed(edit.group, at(path, "group"));
    if (edit.kind === "add" && edit.row < FIRST_ADDED_ROW)
      this.#refuse(
        at(path, "row"),
        `is ${edit.row}. Rows that are added are counted from ${FIRST_ADDED_ROW}.`,
      );
    if (edit.kind === "column") {
      if (this.#column(edit.column, at(path, "column"), group)) this.#changeFits(edit, path, group);
      return;
    }
    if (edit.kind !== "delete" && group !== undefined)
      this.#values(edit.values, at(path, "values"), group.schema);
  }

  #changeFits({ column, change }: ColumnEdit, path: string, group: GroupDefinition | undefined): void {
    const needed = changedType(change);
    const type = group?.schema[column];
    if (type === undefined || readSchema({ column: type }, "It").get("column") === needed) return;
    this.#refuse(at(path, "column"), `is "${column}", which is ${type}, where ${NEEDED[needed]} is needed.`);
  }

  #knownJoin(join: number, path: string): void {
    if (this.#scenario.view.joins[join] === undefined) this.#refuse(path, `is ${join}, and ${NO_SUCH_JOIN}`);
  }

  #groupOf(join: number): GroupDefinition | undefined {
    const name = this.#scenario.view.joins[join]?.fgName;
    return this.#groups.find((group) => group.name === name);
  }

  #clock(join: number, path: string, clock: string | undefined): void {
    const group = this.#groupOf(join);
    if (group !== undefined && clock === "created_time" && (group.createdTime ?? null) === null)
      this.#refuse(path, `is "created_time", which ${group.name} does not have.`);
  }

  #action(action: ScenarioAction, path: string, spine: GroupDefinition | undefined): void {
    if (action.kind === "lookUp") {
      if (spine !== undefined) this.#values(action.entity, at(path, "entity"), spine.schema);
      return;
    }
    const group = this.#groupNamed(action.group, at(path, "group"));
    if (action.kind === "write" && group !== undefined) this.#rows(action.rows, at(path, "rows"), group);
  }

  #start(): void {
    const { start } = this.#scenario;
    if (start === undefined) return;
    this.#knownJoin(start.join, "start.join");
    if (start.column !== undefined) this.#column(start.column, "start.column", this.#groupOf(start.join));
    if (start.window !== undefined && microseconds(start.window.from) >= microseconds(start.window.to))
      this.#refuse(
        "start.window",
        `is from ${start.window.from} to ${start.window.to}: it must begin before it ends.`,
      );
  }
}

const NO_SUCH_JOIN = "the view has no such join: they are counted from 0.";

function microseconds(time: string): bigint {
  const read = readTimeText(time);
  if (!read.ok) throw new RangeError(`a scenario's time ${read.reason}: ${time}`);
  return read.value;
}

const INTEGER = 'an integer of 64 bits, as decimal text like "42",';
const TIME = 'a time like "2025-11-06T12:00:00Z"';
const NEEDED: Readonly<Record<ColumnTypeName, string>> = {
  int64: INTEGER,
  int: INTEGER,
  float64: "a number",
  float: "a number",
  string: "text",
  str: "text",
  bool: "true or false",
  timestamp: TIME,
  datetime: TIME,
};
