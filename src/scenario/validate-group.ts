import type { ColumnTypeName } from "../microfs/schema";
import { at, type JsonReader } from "./json-reader";
import { readDurationOrNull } from "./read-duration";
import type { GroupDefinition, RowSource, ScenarioGroup } from "./scenario";
import { GENERATORS } from "./scenario";
import { readInlineRow } from "./validate-inline-row";

const COLUMN_TYPES = [
  "int64",
  "float64",
  "string",
  "bool",
  "timestamp",
  "int",
  "float",
  "str",
  "datetime",
] as const satisfies readonly ColumnTypeName[];

const DEFINITION_PROPERTIES = ["name", "schema", "primaryKeys", "eventTime", "createdTime", "ttl", "delay"];

/** One feature group and where its rows come from. */
export function readGroup(reader: JsonReader, value: unknown, path: string): ScenarioGroup | undefined {
  const properties = reader.object(value, path, ["definition", "rows"]);
  if (properties === undefined) return undefined;
  const definition = readDefinition(reader, properties.get("definition"), at(path, "definition"));
  const rows = readRowSource(reader, properties.get("rows"), at(path, "rows"), definition);
  return definition && rows && { definition, rows };
}

function readDefinition(reader: JsonReader, value: unknown, path: string): GroupDefinition | undefined {
  const properties = reader.object(value, path, DEFINITION_PROPERTIES);
  if (properties === undefined) return undefined;
  const name = reader.text(properties.get("name"), at(path, "name"));
  const schema = readSchema(reader, properties.get("schema"), at(path, "schema"));
  if (schema === undefined) return undefined;
  const column = (given: unknown, where: string) => readColumn(reader, given, where, schema);
  const time = (given: unknown, where: string) =>
    readColumn(reader, given, where, schema, ["timestamp", "datetime"]);
  const duration = (given: unknown, where: string) => readDurationOrNull(reader, given, where);
  const keysPath = at(path, "primaryKeys");
  const primaryKeys = reader.list(properties.get("primaryKeys"), keysPath, column);
  if (primaryKeys?.length === 0) reader.refuse(keysPath, "is an empty list: name at least one column.");
  const eventTime = time(properties.get("eventTime"), at(path, "eventTime"));
  const rest = {
    ...reader.optional(properties, "createdTime", path, (given, where) =>
      given === null ? null : time(given, where),
    ),
    ...reader.optional(properties, "ttl", path, duration),
    ...reader.optional(properties, "delay", path, duration),
  };
  if (name === undefined || primaryKeys === undefined || eventTime === undefined) return undefined;
  return { name, schema, primaryKeys, eventTime, ...rest };
}

function readSchema(
  reader: JsonReader,
  value: unknown,
  path: string,
): Record<string, ColumnTypeName> | undefined {
  const columns = reader.object(value, path, "any");
  if (columns === undefined) return undefined;
  if (columns.size === 0) return reader.refuse(path, "is empty: give at least a key and a time.");
  const types: [string, ColumnTypeName][] = [];
  for (const [name, type] of columns) {
    const known = reader.oneOf(type, at(path, name), COLUMN_TYPES);
    if (known !== undefined) types.push([name, known]);
  }
  return types.length === columns.size ? Object.fromEntries(types) : undefined;
}

function readColumn(
  reader: JsonReader,
  value: unknown,
  path: string,
  schema: Readonly<Record<string, ColumnTypeName>>,
  types?: readonly ColumnTypeName[],
): string | undefined {
  const name = reader.text(value, path);
  if (name === undefined) return undefined;
  const type = Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (type === undefined) {
    return reader.refuse(
      path,
      `is "${name}", which the schema does not have. It has ${Object.keys(schema).join(", ")}.`,
    );
  }
  if (types !== undefined && !types.includes(type))
    return reader.refuse(path, `is "${name}", which is ${type}, not a time.`);
  return name;
}

function readRowSource(
  reader: JsonReader,
  value: unknown,
  path: string,
  definition: GroupDefinition | undefined,
): RowSource | undefined {
  const given = reader.object(value, path, "any");
  if (given === undefined) return undefined;
  const kind = reader.oneOf(given.get("kind"), at(path, "kind"), ["inline", "generated", "stored"]);
  if (kind === undefined) return undefined;
  if (kind === "stored") {
    reader.object(value, path, ["kind"]);
    return { kind };
  }
  if (kind === "generated") {
    reader.object(value, path, ["kind", "generator", "seed"]);
    const generator = reader.oneOf(given.get("generator"), at(path, "generator"), GENERATORS);
    const seed = reader.count(given.get("seed"), at(path, "seed"));
    return generator === undefined || seed === undefined ? undefined : { kind, generator, seed };
  }
  reader.object(value, path, ["kind", "rows"]);
  // Without a schema there is nothing to read the rows by, and the schema's own problem has been said.
  if (definition === undefined) return undefined;
  const rows = reader.list(given.get("rows"), at(path, "rows"), (row, where) =>
    readInlineRow(reader, row, where, definition.schema),
  );
  return rows && { kind, rows };
}
