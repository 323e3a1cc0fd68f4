import { expect, test } from "vitest";
import { type ColumnLoss, lossId } from "../../formats/csv/column-loss";
import { durationProblem, storingObstacle } from "./storing-obstacle";
import { checked, contentOf, PAYMENTS_GROUP } from "./testing/draft-of";

const NAMED = { name: "visits", ttl: "", delay: "" };

test("a file whose columns speak for themselves can be stored once all rows were looked at", async () => {
  const content = await contentOf("user_id,at\n1,2025-01-01\n");
  expect(storingObstacle(content, NAMED, [])).toBe("All rows are being looked at first.");
  expect(storingObstacle(checked(content, 1, 1), NAMED, [])).toBeNull();
});

test("what reading loses needs a word, and another word once more is lost", async () => {
  const content = await contentOf("user_id,at\n1,2025-01-01\n");
  const loss: ColumnLoss = { column: "user_id", kind: "leading_zeros", cells: 2, examples: [], keep: null };
  const losing = checked(content, 3, 3, [loss]);
  expect(storingObstacle(losing, NAMED, [])).toBe("Say whether what “user_id” loses may be lost.");
  const accepted = { ...losing, acceptedLosses: [lossId(loss)] };
  expect(storingObstacle(accepted, NAMED, [])).toBeNull();
  const more = { ...checked(content, 3, 3, [{ ...loss, cells: 3 }]), acceptedLosses: [lossId(loss)] };
  expect(storingObstacle(more, NAMED, [])).toBe("Say whether what “user_id” loses may be lost.");
});

test.each([
  ["user_id,at\n", "There are no rows to store."],
  ["user_id,at\n1,03/04/2025\n", "Say how “at” is meant."],
  ["user_id,n\n1,2\n", "Choose the event time: the column that says when each row happened."],
])("%j waits: %s", async (text, obstacle) => {
  expect(storingObstacle(await contentOf(text), NAMED, [])).toBe(obstacle);
});

test("a column cannot be key and time at once", async () => {
  const content = await contentOf("user_id,at\n1,2025-01-01\n");
  const plan = { ...content.plan, key: ["at"] };
  expect(storingObstacle({ ...content, plan }, NAMED, [])).toBe(
    "“at” cannot be two things: choose another key or time.",
  );
});

test("a key that is left out is asked for", async () => {
  const content = await contentOf("user_id,at\n1,2025-01-01\n");
  const columns = content.plan.columns.map((column) => ({ ...column, included: column.name !== "user_id" }));
  expect(storingObstacle({ ...content, plan: { ...content.plan, columns } }, NAMED, [])).toBe(
    "“user_id” is needed and left out: read it too, or choose another.",
  );
});

test("the name must be one, and not another group's", async () => {
  const content = await contentOf("user_id,at\n1,2025-01-01\n");
  expect(storingObstacle(content, { ...NAMED, name: " " }, [])).toBe("Give the group a name.");
  expect(storingObstacle(content, { ...NAMED, name: "payments" }, [PAYMENTS_GROUP])).toBe(
    "There is a group “payments” of another shape.",
  );
});

test("a file of which no row can be read is not stored", async () => {
  const content = await contentOf("user_id,at\n1,2025-01-01\n");
  expect(storingObstacle(checked(content, 3, 0), NAMED, [])).toMatch(/^No row can be read/);
  expect(storingObstacle(checked(content, 3, 1), NAMED, [])).toBeNull();
});

test.each([
  ["", true],
  ["7d", true],
  ["1 d 12 h", true],
  ["90M", true],
  ["a week", false],
  ["-1d", false],
])("%j as a duration: %s", (text, isFine) => {
  expect(durationProblem(text, "ttl") === undefined).toBe(isFine);
});
