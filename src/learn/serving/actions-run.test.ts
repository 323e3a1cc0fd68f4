import { expect, test } from "vitest";
import { type ActionDone, type ActionsRun, findOf, outcomeOf } from "./actions-run";

const TEN = 10n;

/** A run whose look-up saw this, and whose training row took the row of `trained`. */
function run(
  [status, online]: [NonNullable<ActionDone["lookedUp"]>["status"], bigint | null],
  historyUs: bigint[],
  trained: bigint | null,
): ActionsRun {
  return {
    done: [
      { historyUs, onlineUs: online, lookedUp: { status, eventTimeUs: online } },
      { historyUs: [7n, 8n, 9n], onlineUs: 9n, lookedUp: null },
    ],
    trained: { tUs: TEN, eventTimeUs: trained, reason: trained === null ? "no_entity" : "chosen" },
  };
}

test.each<[string, string, ActionsRun]>([
  ["same", "same", run(["found", 9n], [8n, 9n], 9n)],
  ["same", "nothing", run(["not_found", null], [], null)],
  ["not_materialized", "nothing", run(["not_found", null], [8n, 9n], 9n)],
  ["behind", "other", run(["found", 8n], [8n, 9n], 9n)],
  ["came_later", "other", run(["found", 8n], [8n], 9n)],
  ["expired", "nothing", run(["expired", 8n], [8n, 9n], 9n)],
  ["future", "nothing", run(["future", 9n], [8n, 9n], 7n)],
  ["only_served", "other", run(["found", 8n], [8n], null)],
])("%s, which is to find %s", (kind, find, actions) => {
  const outcome = outcomeOf(actions);
  expect(outcome?.kind).toBe(kind);
  expect(outcome && findOf(outcome)).toBe(find);
});

test("without a look-up there is nothing to tell", () => {
  const { done, trained } = run(["found", 9n], [9n], 9n);
  expect(outcomeOf({ done: done.map((one) => ({ ...one, lookedUp: null })), trained })).toBeNull();
});
