import { latestTrainingRow } from "./training-results";
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { NOON, openShop } from "../../microfs/testing/shop";
import type { Edit } from "../../scenario/edits/edit";
import { LiveTrainingSet } from "./live-training-set";

// Visits at noon of user 1 and an hour later of user 2; payments of user 1 at ten and eleven.
async function shop(edits: readonly Edit[] = []) {
  return new LiveTrainingSet(await openShop(), "spend").state(edits);
}
const HOUR_US = 3_600_000_000n;

test.each([
  [NOON - 1n, null],
  [NOON, 0],
  [NOON + HOUR_US, 0],
  [null, 0],
])("of user 1 at or before %s it is row %s", async (nowUs, row) => {
  expect(latestTrainingRow(await shop(), { user: 1n }, nowUs)?.trainingRow ?? null).toBe(row);
});

test("it is there whole, with what each join did", async () => {
  expect(latestTrainingRow(await shop(), { user: 1n }, null)).toEqual({
    trainingRow: 0,
    spineRow: 0,
    timeUs: NOON,
    values: [10n, 1n, true, NOON, 7, null],
    joins: [{ reason: "chosen", isLeak: false, eventTimeUs: NOON - HOUR_US }],
  });
});

test("a join that found nothing has no time, and nulls", async () => {
  const trained = latestTrainingRow(await shop([{ kind: "rule", join: 0, ttlUs: "1" }]), { user: 1n }, null);
  expect(trained?.joins).toEqual([{ reason: "expired", isLeak: false, eventTimeUs: null }]);
  expect(trained?.values.slice(-2)).toEqual([null, null]);
});

test.each([[{ user: 7n }], [{ user: null }], [{ nobody: 1n }], [{}]])(
  "of %o there is none",
  async (entity) => {
    expect(latestTrainingRow(await shop(), entity as Record<string, bigint | null>, null)).toBeNull();
  },
);
