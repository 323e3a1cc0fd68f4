import { type ClockName, DIRECTIONS } from "../../microfs/join/join-rule";
import type { JsonReader } from "../json-reader";
import { at } from "../json-reader";
import type { InlineRow, InlineValue } from "../scenario";
import type { Edit } from "./edit";

const KINDS = ["set", "add", "delete", "rule"] as const;
const ROW_EDIT = ["kind", "group", "row", "values"] as const;
const RULE_EDIT = ["join", "ttlUs", "delayUs", "direction", "clock", "allowExactMatches"] as const;
const CLOCKS: readonly ClockName[] = ["created_time", "event_time"];
const MICROSECONDS = /^\d{1,18}$/;

/** Reads a list of edits of unknown shape. Whether its groups and columns exist is seen when it is applied. */
export function readEdits(reader: JsonReader, value: unknown, path: string): Edit[] | undefined {
  return reader.list(value, path, (item, itemPath) => readEdit(reader, item, itemPath));
}

function readEdit(reader: JsonReader, value: unknown, path: string): Edit | undefined {
  const properties = reader.object(value, path, [...ROW_EDIT, ...RULE_EDIT]);
  if (properties === undefined) return undefined;
  const kind = reader.oneOf(properties.get("kind"), at(path, "kind"), KINDS);
  if (kind === undefined) return undefined;
  if (kind === "rule") return readRule(reader, properties, path);
  const group = reader.text(properties.get("group"), at(path, "group"));
  const row = reader.count(properties.get("row"), at(path, "row"));
  if (group === undefined || row === undefined) return undefined;
  if (kind === "delete") return { kind, group, row };
  const values = readValues(reader, properties.get("values"), at(path, "values"));
  return values === undefined ? undefined : { kind, group, row, values };
}

function readRule(
  reader: JsonReader,
  properties: ReadonlyMap<string, unknown>,
  path: string,
): Edit | undefined {
  const join = reader.count(properties.get("join"), at(path, "join"));
  const duration = (given: unknown, where: string) => {
    const text = reader.text(given, where);
    if (text === undefined || MICROSECONDS.test(text)) return text;
    return reader.refuse(where, "is no whole number of microseconds.");
  };
  const ttl =
    properties.get("ttlUs") === null ? { ttlUs: null } : reader.optional(properties, "ttlUs", path, duration);
  const delay = reader.optional(properties, "delayUs", path, duration);
  const choices = {
    ...reader.optional(properties, "direction", path, (given, where) =>
      reader.oneOf(given, where, DIRECTIONS),
    ),
    ...reader.optional(properties, "clock", path, (given, where) => reader.oneOf(given, where, CLOCKS)),
    ...reader.optional(properties, "allowExactMatches", path, (given, where) => reader.flag(given, where)),
  };
  return join === undefined ? undefined : { kind: "rule", join, ...ttl, ...delay, ...choices };
}

function readValues(reader: JsonReader, value: unknown, path: string): InlineRow | undefined {
  const properties = reader.object(value, path, "any");
  if (properties === undefined) return undefined;
  const values: [string, InlineValue][] = [];
  for (const [name, cell] of properties) {
    if (cell === null || typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean")
      values.push([name, cell]);
    else reader.refuse(at(path, name), "is no text, number, true, false or null.");
  }
  return values.length === properties.size ? Object.fromEntries(values) : undefined;
}
