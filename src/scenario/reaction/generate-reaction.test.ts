import { describe, expect, test } from "vitest";
import { columnOf } from "../testing/column-of";
import { generateReaction } from "./generate-reaction";
import { DEFAULT_KNOBS, type ReactionKnobs } from "./reaction-knobs";

const KNOBS: ReactionKnobs = { ...DEFAULT_KNOBS, entities: 60 };
const DAY_US = 86_400_000_000n;
const made = (changes: Partial<ReactionKnobs> = {}, seed = 1) =>
  generateReaction(seed, { ...KNOBS, ...changes });
type Made = ReturnType<typeof made>;

/** Per customer, in order: when they were asked about, and whether they left. */
function asked({ predictions }: Made): Map<bigint, { at: bigint; left: boolean }[]> {
  const times = columnOf(predictions, "predicted_at", "timestamp").values;
  const left = columnOf(predictions, "left", "bool").values;
  const byCustomer = new Map<bigint, { at: bigint; left: boolean }[]>();
  columnOf(predictions, "customer_id", "int64").values.forEach((id, row) => {
    const rows = byCustomer.get(id) ?? [];
    byCustomer.set(id, [...rows, { at: times[row] ?? 0n, left: left[row] === 1 }]);
  });
  return byCustomer;
}

test("the same seed and knobs give the same rows, another seed other customers", () => {
  expect(made()).toEqual(made());
  expect(made({}, 2).activity).not.toEqual(made().activity);
});

test("everybody is asked about every 30 days, six times or until they leave", () => {
  const customers = [...asked(made()).values()];
  expect(customers).toHaveLength(60);
  for (const rows of customers) {
    expect(rows.slice(0, -1).some(({ left }) => left)).toBe(false);
    expect(rows.length === 6 || rows.at(-1)?.left).toBe(true);
    for (const [i, { at }] of rows.entries()) expect(at - (rows[0]?.at ?? 0n)).toBe(BigInt(i) * 30n * DAY_US);
  }
  const leavers = customers.filter((rows) => rows.at(-1)?.left).length;
  expect(leavers).toBeGreaterThan(20);
  expect(leavers).toBeLessThan(55);
});

test("no row is known before it happens, and with a delay none before that has passed", () => {
  const data = made({ delayDays: 3, late: 0.5 });
  for (const [group, happened, known] of [
    [data.activity, "counted_at", "loaded_at"],
    [data.orders, "ordered_at", "recorded_at"],
  ] as const) {
    const from = columnOf(group, happened, "timestamp").values;
    columnOf(group, known, "timestamp").values.forEach((time, row) => {
      expect(time - (from[row] ?? 0n)).toBeGreaterThanOrEqual(3n * DAY_US);
    });
  }
});

/** Sessions that were counted, as text by customer and moment. */
function sessions({ activity }: Made): Map<string, number> {
  const ids = columnOf(activity, "customer_id", "int64").values;
  const times = columnOf(activity, "counted_at", "timestamp").values;
  const counts = columnOf(activity, "sessions_7d", "int64").values;
  return new Map(Array.from(ids, (id, row) => [`${id} ${times[row]}`, Number(counts[row])]));
}

describe("how features react", () => {
  test("until they leave, customers do the same at any reaction; afterwards at 1 they do nothing", () => {
    const [none, all] = [made({ reaction: 0 }), made({ reaction: 1 })];
    const customers = asked(none);
    expect(asked(all)).toEqual(customers);
    const [without, wholly] = [sessions(none), sessions(all)];
    expect([...wholly.keys()].sort()).toEqual([...without.keys()].sort());
    let changed = 0;
    for (const [key, count] of without) {
      const [id = "", time = ""] = key.split(" ");
      const last = customers.get(BigInt(id))?.at(-1);
      const reacts = wholly.get(key) !== count;
      if (reacts) {
        changed++;
        expect(wholly.get(key)).toBe(0);
        expect(last?.left).toBe(true);
        expect(BigInt(time)).toBeGreaterThan(last?.at ?? 0n);
      } else if (last?.left && BigInt(time) > last.at + 30n * DAY_US) expect(count).toBe(0);
    }
    expect(changed).toBeGreaterThan(200);
  });

  test("a share of the last orders before a leaving is paid back, and known only after it", () => {
    const refunds = (reaction: number) => {
      const data = made({ reaction });
      const { codes, dictionary } = columnOf(data.orders, "status", "string");
      const ids = columnOf(data.orders, "customer_id", "int64").values;
      const known = columnOf(data.orders, "recorded_at", "timestamp").values;
      return Array.from(codes, (code, row) => ({
        status: dictionary[code],
        id: ids[row] ?? 0n,
        known: known[row] ?? 0n,
      }))
        .filter(({ status }) => status === "refunded")
        .map(({ id, known }) => ({ id, known, last: asked(data).get(id)?.at(-1) }));
    };
    expect(refunds(0)).toEqual([]);
    const leavers = [...asked(made()).values()].filter((rows) => rows.at(-1)?.left).length;
    expect(refunds(1)).toHaveLength(leavers);
    for (const { known, last } of refunds(1)) {
      expect(last?.left).toBe(true);
      expect(known).toBeGreaterThan(last?.at ?? 0n);
    }
    expect(refunds(0.5).length).toBeLessThan(leavers);
  });
});
