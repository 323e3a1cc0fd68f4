import { DefinitionError, quote, quoteAll, suggest } from "./errors";

/** What a column holds. In Arrow: Int64, Float64, dictionary-encoded Utf8, Bool, Timestamp (microseconds, UTC). */
export type ColumnType = "int64" | "float64" | "string" | "bool" | "timestamp";

/** A type as callers may spell it: also microFS's own words from Python. */
export type ColumnTypeName = ColumnType | "int" | "float" | "str" | "datetime";

/** A value as a column holds it: int64 and timestamp (microseconds since 1970) as `bigint`. */
export type CellValue = bigint | number | string | boolean | null;

/** Column name → type, in the order of the columns. */
export type Schema = ReadonlyMap<string, ColumnType>;

const TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ["int64", "int64"],
  ["float64", "float64"],
  ["string", "string"],
  ["bool", "bool"],
  ["timestamp", "timestamp"],
  ["int", "int64"],
  ["float", "float64"],
  ["str", "string"],
  ["datetime", "timestamp"],
]);

/**
 * Reads a declared schema.
 *
 * @param owner - Whose schema it is, for messages: `Feature group "user_payments"`.
 * @throws DefinitionError `invalid_definition` where there are no columns, or a type has another name.
 */
export function readSchema(schema: unknown, owner: string): Schema {
  const columns = typeof schema === "object" && schema !== null ? Object.entries(schema) : [];
  if (columns.length === 0) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} has no schema. Give its columns and their types, like { user_id: "int64", timestamp: "timestamp" }.`,
    );
  }
  return new Map(
    columns.map(([name, type]) => {
      const known = TYPES.get(String(type));
      if (name === "" || known === undefined) {
        const wrong =
          name === "" ? "a column without a name" : `column ${quote(name)} of type ${quote(String(type))}`;
        throw new DefinitionError(
          "invalid_definition",
          `${owner} has ${wrong}. Types are int64, float64, string, bool and timestamp.`,
        );
      }
      return [name, known];
    }),
  );
}

/**
 * The type of a column that a definition names.
 *
 * @throws DefinitionError `invalid_definition` where there is no such column; the message says which there are.
 */
export function columnType(schema: Schema, column: string, owner: string, role: string): ColumnType {
  const type = typeof column === "string" ? schema.get(column) : undefined;
  if (type === undefined) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} has no column ${quote(String(column))} to be its ${role}. ${suggest(String(column), schema.keys())}`,
    );
  }
  return type;
}

/**
 * Refuses properties that a definition does not have, so that a misspelt option is not silently without effect.
 *
 * @throws DefinitionError `invalid_definition`.
 */
export function refuseUnknownProperties(given: object, known: readonly string[], owner: string): void {
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new DefinitionError(
    "invalid_definition",
    `${owner} was given ${quoteAll(unknown)}, which it does not know. ${suggest(unknown[0], known)}`,
  );
}
