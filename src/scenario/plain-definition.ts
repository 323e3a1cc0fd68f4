import type { FeatureGroupDefinition, FeatureViewDefinition } from "../microfs/core";
import type { GroupDefinition, ViewDefinition } from "./scenario";

/** A stored group's definition as a scenario writes it: what is not said is not there. */
export function plainGroup({
  schema,
  primaryKeys,
  columns,
  ...rest
}: FeatureGroupDefinition): GroupDefinition {
  const said = Object.entries(rest).filter(([, part]) => part !== undefined);
  return {
    ...(Object.fromEntries(said) as typeof rest),
    schema: { ...schema },
    ...(columns && { columns: [...columns] }),
    primaryKeys: [...primaryKeys],
  } as GroupDefinition;
}

/** A stored view's definition likewise. */
export function plainView(definition: FeatureViewDefinition): ViewDefinition {
  return JSON.parse(JSON.stringify(definition)) as ViewDefinition;
}
