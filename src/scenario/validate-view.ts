import { type ClockName, DIRECTIONS } from "../microfs/join/join-rule";
import { at, type JsonReader } from "./json-reader";
import { readDuration, readDurationOrNull } from "./read-duration";
import type { GroupDefinition, JoinDefinition, ViewDefinition } from "./scenario";

const CLOCKS = ["created_time", "event_time"] as const satisfies readonly ClockName[];
const JOIN_PROPERTIES = [
  "fgName",
  "on",
  "ttl",
  "delay",
  "allowExactMatches",
  "direction",
  "asOf",
  "features",
];

/** The view. That its names are there is checked; what they mean together is for the engine to say. */
export function readView(
  reader: JsonReader,
  value: unknown,
  path: string,
  groups: readonly GroupDefinition[],
): ViewDefinition | undefined {
  const properties = reader.object(value, path, ["name", "labelFg", "joins", "label", "labelHorizon"]);
  if (properties === undefined) return undefined;
  const name = reader.text(properties.get("name"), at(path, "name"));
  const spine = readGroupName(reader, properties.get("labelFg"), at(path, "labelFg"), groups);
  const joins = reader.list(properties.get("joins"), at(path, "joins"), (join, where) =>
    readJoin(reader, join, where, groups, spine),
  );
  const label = reader.optional(properties, "label", path, (given, where) => {
    const column = (one: unknown, oneAt: string) => readColumnOf(reader, one, oneAt, spine);
    return Array.isArray(given) ? reader.list(given, where, column) : column(given, where);
  });
  const horizon = reader.optional(properties, "labelHorizon", path, (given, where) =>
    given === null ? null : readDuration(reader, given, where),
  );
  if (name === undefined || spine === undefined || joins === undefined) return undefined;
  return { name, labelFg: spine.name, joins, ...label, ...horizon };
}

function readJoin(
  reader: JsonReader,
  value: unknown,
  path: string,
  groups: readonly GroupDefinition[],
  spine: GroupDefinition | undefined,
): JoinDefinition | undefined {
  const properties = reader.object(value, path, JOIN_PROPERTIES);
  if (properties === undefined) return undefined;
  const group = readGroupName(reader, properties.get("fgName"), at(path, "fgName"), groups);
  const on = readOn(reader, properties.get("on"), at(path, "on"), spine, group);
  const duration = (given: unknown, where: string) => readDurationOrNull(reader, given, where);
  const rest = {
    ...reader.optional(properties, "ttl", path, duration),
    ...reader.optional(properties, "delay", path, duration),
    ...reader.optional(properties, "allowExactMatches", path, (given, where) => reader.flag(given, where)),
    ...reader.optional(properties, "direction", path, (given, where) =>
      reader.oneOf(given, where, DIRECTIONS),
    ),
    ...reader.optional(properties, "asOf", path, (given, where) => reader.oneOf(given, where, CLOCKS)),
    ...reader.optional(properties, "features", path, (given, where) =>
      reader.list(given, where, (one, oneAt) => readColumnOf(reader, one, oneAt, group)),
    ),
  };
  return group === undefined || on === undefined ? undefined : { fgName: group.name, on, ...rest };
}

function readOn(
  reader: JsonReader,
  value: unknown,
  path: string,
  spine: GroupDefinition | undefined,
  group: GroupDefinition | undefined,
): JoinDefinition["on"] | undefined {
  const column = (name: unknown, where: string) => {
    const inSpine = readColumnOf(reader, name, where, spine);
    return inSpine === undefined ? undefined : readColumnOf(reader, name, where, group);
  };
  if (typeof value === "string") return column(value, path);
  if (Array.isArray(value)) return reader.list(value, path, column);
  const pairs = reader.object(value, path, "any");
  if (pairs === undefined) return undefined;
  const good: [string, string][] = [];
  for (const [left, right] of pairs) {
    const spineColumn = readColumnOf(reader, left, path, spine);
    const groupColumn = readColumnOf(reader, right, at(path, left), group);
    if (spineColumn !== undefined && groupColumn !== undefined) good.push([spineColumn, groupColumn]);
  }
  return good.length === pairs.size ? Object.fromEntries(good) : undefined;
}

function readGroupName(
  reader: JsonReader,
  value: unknown,
  path: string,
  groups: readonly GroupDefinition[],
): GroupDefinition | undefined {
  const name = reader.text(value, path);
  if (name === undefined) return undefined;
  const group = groups.find((one) => one.name === name);
  if (group !== undefined) return group;
  const names = groups.map((one) => one.name).join(", ");
  return reader.refuse(
    path,
    `is "${name}", which is not a group of this scenario. It has ${names || "none"}.`,
  );
}

/** Where the group itself is wrong there is nothing to say about its columns: its own problem has been said. */
function readColumnOf(
  reader: JsonReader,
  value: unknown,
  path: string,
  group: GroupDefinition | undefined,
): string | undefined {
  const name = reader.text(value, path);
  if (name === undefined || group === undefined) return undefined;
  if (Object.hasOwn(group.schema, name)) return name;
  const columns = Object.keys(group.schema).join(", ");
  return reader.refuse(path, `is "${name}", which ${group.name} does not have. It has ${columns}.`);
}
