import { generatedColumns } from "../generators";
import type { GroupDefinition, Scenario, ScenarioGroup } from "../scenario";
import { HORIZON_DAYS, REACTION_SCHEMAS, type ReactionGroupName } from "./generate-reaction";
import type { ReactionKnobs } from "./reaction-knobs";

/**
 * The data that some knobs make, as a scenario: a few hundred letters in a link, whatever their size. It opens at somebody
 * who leaves. O(entities), for finding them.
 *
 * @param seed - A whole number from 0.
 */
export function reactionScenario(seed: number, knobs: ReactionKnobs): Scenario {
  const rows = { kind: "generated", generator: "reaction", seed, knobs } as const;
  const group = (name: ReactionGroupName, rest: Omit<GroupDefinition, "name" | "schema">): ScenarioGroup => ({
    definition: { name, schema: { ...REACTION_SCHEMAS[name] }, ...rest },
    rows,
  });
  const key = { primaryKeys: ["customer_id"] };
  const delay = knobs.delayDays === 0 ? {} : { delay: `${knobs.delayDays}d` };
  return {
    version: 1,
    name: "made",
    title: `Made with a reaction of ${knobs.reaction}`,
    text:
      "Customers are asked about every 30 days: who will leave within 30? Their activity and orders react to the leaving; " +
      "their answers do not.",
    groups: [
      group("predictions", { ...key, eventTime: "predicted_at" }),
      group("activity", { ...key, eventTime: "counted_at", createdTime: "loaded_at" }),
      group("surveys", { ...key, eventTime: "answered_at", ...delay }),
      group("orders", { ...key, eventTime: "ordered_at", createdTime: "recorded_at" }),
    ],
    view: {
      name: "left_within_30_days",
      labelFg: "predictions",
      label: "left",
      labelHorizon: `${HORIZON_DAYS}d`,
      joins: [
        { fgName: "activity", on: ["customer_id"], features: ["sessions_7d", "minutes_7d"] },
        { fgName: "surveys", on: ["customer_id"], features: ["satisfaction", "recommends"] },
        { fgName: "orders", on: ["customer_id"], features: ["amount", "status"] },
      ],
    },
    start: { row: firstWhoLeaves(seed, knobs), join: 0, phase: "find_entity" },
  };
}

/** The first row to predict for whose customer leaves, or the first of all. */
function firstWhoLeaves(seed: number, knobs: ReactionKnobs): number {
  const left = generatedColumns("reaction", seed, "predictions", knobs).columns.get("left");
  return left?.type === "bool" ? Math.max(0, left.values.indexOf(1)) : 0;
}
