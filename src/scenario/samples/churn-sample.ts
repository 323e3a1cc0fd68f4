import type { GroupDefinition, Scenario, ScenarioGroup } from "../scenario";
import { CHURN_SCHEMAS, type ChurnGroupName } from "./churn/churn-tables";

export const CHURN_SEED = 7;

/** The churn sample: a year of a subscription, in which everything that gives the answer away happens after the question. */
export const CHURN_SAMPLE: Scenario = {
  version: 1,
  name: "churn",
  title: "Who will cancel?",
  text:
    "A course subscription asks its model on the first of each month, at 06:00: who will cancel within 30 days? " +
    "Those who do cancel open a ticket, get their money back, are offered a discount to return, and stop coming. " +
    "All of that is in the tables, and none of it was there at 06:00.",
  notes:
    "Every wrong join finds the answer in its own way. Latest and nearest read the cancellation ticket, the offer to " +
    "return and the silence after it. The clock of event times reads the refund: it carries the time of the payment " +
    "that it corrects. The offer is the cruellest: whoever had a discount before the question stays more often, and " +
    "whoever has one after it is gone, so that a model that learned from the second is wrong about the first.",
  groups: [
    churnGroup("predictions", { primaryKeys: ["user_id"], eventTime: "predicted_at" }),
    churnGroup("payments", {
      primaryKeys: ["user_id"],
      eventTime: "paid_at",
      createdTime: "recorded_at",
      ttl: "45d",
    }),
    churnGroup("support_tickets", { primaryKeys: ["user_id"], eventTime: "opened_at", delay: "2h" }),
    churnGroup("usage", { primaryKeys: ["user_id"], eventTime: "counted_at", ttl: "14d", delay: "6h" }),
    churnGroup("plan_changes", { primaryKeys: ["account_id"], eventTime: "changed_at" }),
  ],
  view: {
    name: "churn_at_first_of_month",
    labelFg: "predictions",
    label: "churned",
    labelHorizon: "30d",
    joins: [
      { fgName: "payments", on: ["user_id"], features: ["amount", "status"] },
      { fgName: "support_tickets", on: ["user_id"], features: ["topic", "tickets_90d", "satisfaction"] },
      { fgName: "usage", on: ["user_id"], features: ["sessions_7d", "minutes_7d"] },
      { fgName: "plan_changes", on: ["account_id"], features: ["plan", "monthly_price", "discount_pct"] },
    ],
  },
  // Subscriber 10354, asked about on 1 May: paid on 27 April, cancelled on 3 May, had the money back on 4 May.
  start: {
    row: 858,
    join: 0,
    phase: "find_entity",
    question: "A course subscription asks on 1 May at 06:00: will user 10354 cancel within 30 days?",
  },
};

function churnGroup(name: ChurnGroupName, rest: Omit<GroupDefinition, "name" | "schema">): ScenarioGroup {
  return {
    definition: { name, schema: { ...CHURN_SCHEMAS[name] }, ...rest },
    rows: { kind: "generated", generator: "churn", seed: CHURN_SEED },
  };
}
