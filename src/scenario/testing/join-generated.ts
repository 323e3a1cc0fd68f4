import {
  type AsofMatches,
  asofJoin,
  featureIndex,
  NULL_KEY,
  parseDuration,
  toTimes,
  UNKNOWN_KEY,
} from "../../microfs/core";
import type { GeneratedColumns } from "../generated-columns";
import type { JoinDefinition, Scenario } from "../scenario";
import { columnOf } from "./column-of";

/** One join of a scenario's view on one int64 column, by the engine's kernel, without a store. */
export function joinGenerated(
  scenario: Scenario,
  histories: Readonly<Record<string, GeneratedColumns>>,
  join: JoinDefinition,
): AsofMatches {
  const key = Array.isArray(join.on) ? join.on[0] : undefined;
  const label = groupOf(scenario, histories, scenario.view.labelFg);
  const group = groupOf(scenario, histories, join.fgName);
  if (key === undefined) throw new TypeError("this test joins on one column of the same name");

  const featureKeys = columnOf(group.history, key, "int64").values;
  const codes = new Map<bigint, number>();
  for (const id of featureKeys) if (!codes.has(id)) codes.set(id, codes.size);
  const created = group.definition.createdTime;
  const index = featureIndex(
    Int32Array.from(featureKeys, (id) => codes.get(id) ?? UNKNOWN_KEY),
    codes.size,
    toTimes(columnOf(group.history, group.definition.eventTime, "timestamp").values),
    created == null ? null : toTimes(columnOf(group.history, created, "timestamp").values),
  );
  const spineKeys = columnOf(label.history, key, "int64");
  const keys = Int32Array.from(spineKeys.values, (id, row) =>
    spineKeys.valid?.[row] === 0 ? NULL_KEY : (codes.get(id) ?? UNKNOWN_KEY),
  );
  const times = toTimes(columnOf(label.history, label.definition.eventTime, "timestamp").values);
  const ttl = join.ttl === undefined ? group.definition.ttl : join.ttl;
  return asofJoin({ keys, times }, index, {
    direction: join.direction ?? "backward",
    clock: join.asOf ?? (created == null ? "event_time" : "created_time"),
    delayUs: parseDuration(join.delay ?? group.definition.delay ?? 0, "delay"),
    ttlUs: ttl == null ? null : parseDuration(ttl, "ttl"),
    allowExactMatches: join.allowExactMatches ?? true,
  });
}

function groupOf(scenario: Scenario, histories: Readonly<Record<string, GeneratedColumns>>, name: string) {
  const definition = scenario.groups.find((group) => group.definition.name === name)?.definition;
  const history = histories[name];
  if (definition === undefined || history === undefined)
    throw new RangeError(`the scenario has no group "${name}"`);
  return { definition, history };
}
