import type { ColumnType } from "../../../microfs/schema";
import { columnsOf, type GeneratedColumns, type GeneratedValue } from "../../generated-columns";
import { seededRandom } from "../../random";
import { LAST_DAY_MS } from "./calendar";
import type { ChurnGroupName, ChurnRows } from "./churn-rows";
import { CHURN_SCHEMAS } from "./churn-schemas";
import { live } from "./live";
import { newSubscriber } from "./subscriber";

const SUBSCRIBERS = 1_500;

/**
 * A year of a course subscription: who paid, asked, came and left, and what the model was asked each month.
 * The same seed gives the same rows everywhere. Rows stand in the order in which the store learned of them.
 * Costs about 0.1 s.
 */
export function generateChurn(seed: number): Record<ChurnGroupName, GeneratedColumns> {
  const rows: ChurnRows = { predictions: [], payments: [], support_tickets: [], usage: [], plan_changes: [] };
  for (let index = 0; index < SUBSCRIBERS; index++) {
    const random = seededRandom(seed, index);
    live(newSubscriber(index, random), random, rows);
  }
  return {
    predictions: inOrderOf(rows.predictions, "predicted_at", CHURN_SCHEMAS.predictions),
    payments: inOrderOf(rows.payments, "recorded_at", CHURN_SCHEMAS.payments),
    support_tickets: inOrderOf(rows.support_tickets, "opened_at", CHURN_SCHEMAS.support_tickets),
    usage: inOrderOf(rows.usage, "counted_at", CHURN_SCHEMAS.usage),
    plan_changes: inOrderOf(rows.plan_changes, "changed_at", CHURN_SCHEMAS.plan_changes),
  };
}

function inOrderOf<Row extends Readonly<Record<string, GeneratedValue>>, Time extends keyof Row & string>(
  rows: readonly Row[],
  time: Time,
  schema: Readonly<Record<keyof Row & string, ColumnType>>,
): GeneratedColumns {
  const known = rows.filter((row) => Number(row[time]) < LAST_DAY_MS);
  return columnsOf(
    schema,
    known.sort((a, b) => Number(a[time]) - Number(b[time])),
  );
}
