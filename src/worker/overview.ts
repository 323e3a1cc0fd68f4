import type { FeatureGroup, FeatureStore, FeatureView } from "../microfs";
import type { GroupSummary, StoreOverview, ViewSummary } from "./answers";

/** What lists show of a store. Costs O(rows) once after rows have come, for counting entities. */
export function overviewOf(store: FeatureStore): StoreOverview {
  return {
    groups: Array.from(store.featureGroups.values(), groupSummary),
    views: Array.from(store.featureViews.values(), viewSummary),
  };
}

function groupSummary(group: FeatureGroup): GroupSummary {
  const order = group.index.order();
  const eventTimes = group.column(group.eventTime).values;
  const timeOf = (row: number | undefined) => (row === undefined ? null : BigInt(eventTimes[row] ?? 0));
  return {
    definition: group.definition,
    columns: Object.entries(group.schema).map(([name, type]) => ({ name, type })),
    numRows: group.numRows,
    numEntities: entitiesOf(group),
    firstUs: timeOf(order[0]),
    lastUs: timeOf(order.at(-1)),
  };
}

function entitiesOf(group: FeatureGroup): number {
  const { starts } = group.index.features(group.primaryKeys);
  let entities = 0;
  // Texts that no kept row has may have a code, and then an empty stretch.
  for (let entity = 1; entity < starts.length; entity++)
    if (starts[entity] !== starts[entity - 1]) entities++;
  return entities;
}

function viewSummary({ checked, ...definition }: FeatureView): ViewSummary {
  return {
    definition,
    columns: checked.columns,
    label: checked.label,
    labelHorizonUs: checked.labelHorizonUs,
    rules: checked.joins.map((join) => join.rule),
  };
}
