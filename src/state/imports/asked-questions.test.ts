import { expect, test } from "vitest";
import { changedPlan, type PlanChange } from "../../formats/csv/csv-plan";
import { askedQuestions } from "./imports-store";
import { contentOf } from "./testing/draft-of";

async function asked(text: string, change: PlanChange = {}): Promise<string[]> {
  const content = await contentOf(text);
  return askedQuestions({ ...content, plan: changedPlan(content.plan, change) }).map(({ id }) => id);
}

const POWER = "meter,Date,Time,kw\n1,10/03/2004,17:30,2.5\n1,11/03/2004,18:30,2.5\n";
const ORDERS =
  "user_id,at,updated_at,seen\n1,2024-03-01,2024-03-02,2024-02-01\n2,2024-03-02,2024-03-04,2024-03-01\n";

test("a day of which a time is made is asked about, though its column is not read", async () => {
  expect(await asked(POWER)).toEqual(["reading of Date", "day and time of day"]);
  expect(await asked(POWER, { unmake: ["Date Time"], eventTime: null })).toEqual(["day and time of day"]);
});

test("what was asked of one event time is not asked of another", async () => {
  expect(await asked(ORDERS)).toEqual(["created time"]);
  expect(await asked(ORDERS, { eventTime: "seen" })).toEqual([]);
});
