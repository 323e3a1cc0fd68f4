import { expect, test } from "vitest";
import type { Edit } from "./edit";
import { invalidEdits } from "./invalid-edits";
import { smallSlice } from "./testing/small-slice";

test.each<[Edit, string[]]>([
  [{ kind: "delete", group: "payments", row: 7 }, []],
  [{ kind: "set", group: "payments", row: 0, values: { at: "2025-11-05T11:30Z", amount: null } }, []],
  [{ kind: "rule", join: 0, ttlUs: "5" }, []],
  [
    { kind: "rule", join: 0, clock: "created_time" },
    ["It asks for the created time of payments, which has none."],
  ],
  [{ kind: "rule", join: 4, ttlUs: "5" }, ["It changes join 5, and the view has 1."]],
  [{ kind: "delete", group: "tickets", row: 0 }, ["It changes “tickets”, which this view does not use."]],
  [
    { kind: "set", group: "activity", row: 0, values: { taps: "5" } },
    ["It changes “taps”, which activity does not have."],
  ],
  [{ kind: "column", group: "payments", column: "at", change: { kind: "shift", byUs: "5" } }, []],
  [
    { kind: "column", group: "payments", column: "at", change: { kind: "scale", by: "1000000" } },
    ["It moves times of at of payments beyond the years -271821 to 275760."],
  ],
  [
    { kind: "column", group: "payments", column: "user_id", change: { kind: "trim" } },
    ["It trims the texts of user_id of payments, which is int64."],
  ],
  [
    { kind: "set", group: "payments", row: 0, values: { at: "soon", amount: "much" } },
    [
      'It puts "soon" into at of payments, which is timestamp.',
      'It puts "much" into amount of payments, which is float64.',
    ],
  ],
])("%j", (edit, problems) => {
  expect(invalidEdits(smallSlice, [edit])).toEqual(problems);
});
