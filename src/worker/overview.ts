import type { FeatureGroup, FeatureStore } from "../microfs";
import type { FeatureView } from "../microfs/core";
import type { GroupSummary, StoreOverview, ViewSummary } from "./results";

/** What lists show of a store. Costs O(rows) once after rows have come, without sorting them. */
export function overviewOf(store: FeatureStore): StoreOverview {
  return {
    groups: Array.from(store.featureGroups.values(), groupSummary),
    views: Array.from(store.featureViews.values(), viewSummary),
  };
}

function groupSummary(group: FeatureGroup): GroupSummary {
  const { entities, firstUs, lastUs, lastCreatedUs } = group.index.extent();
  const clockUs = lastCreatedUs === null ? null : lastCreatedUs + group.clock.delayUs;
  return {
    definition: group.definition,
    columns: Array.from(group.checked.schema, ([name, type]) => ({ name, type })),
    numRows: group.numRows,
    numEntities: entities,
    firstUs,
    lastUs,
    lastKnownUs: lastUs !== null && clockUs !== null && clockUs < lastUs ? lastUs : clockUs,
  };
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
