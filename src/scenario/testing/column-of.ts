import type { GeneratedColumn, GeneratedColumns } from "../generated-columns";

/** The named column of a generated history. */
export function columnOf<Type extends GeneratedColumn["type"]>(
  history: GeneratedColumns,
  name: string,
  type: Type,
): Extract<GeneratedColumn, { type: Type }> {
  const column = history.columns.get(name);
  if (column?.type !== type) throw new TypeError(`column "${name}" is ${column?.type}, not ${type}`);
  return column as Extract<GeneratedColumn, { type: Type }>;
}
