import { expect, test } from "vitest";
import type { JoinRule } from "../microfs/core";
import { multiplies, variantOfRule, variantsOf, viewVariant } from "./variant";

const rule = (changes: Partial<JoinRule> = {}): JoinRule => ({
  direction: "backward",
  clock: "event_time",
  delayUs: 0n,
  ttlUs: null,
  allowExactMatches: true,
  ...changes,
});
const names = (...rules: JoinRule[]) => variantsOf(rules).map(({ name }) => name);

test("the menu has the view's own join first, and what can differ from it", () => {
  expect(names(rule())).toEqual([
    ...["own", "strict", "nearest", "forward", "latest", "calendar_date", "ordinary"],
  ]);
  expect(names(rule(), rule({ clock: "created_time", delayUs: 5n, ttlUs: 9n }))).toEqual([
    ...["own", "event_time", "no_delay", "event_time_no_delay", "no_ttl", "strict", "nearest"],
    ...["forward", "latest", "calendar_date", "ordinary"],
  ]);
});

test("a view whose own join leaks already is compared with what differs from that", () => {
  expect(names(rule({ direction: "latest", delayUs: 5n }))).toEqual([
    ...["own", "nearest", "forward", "calendar_date", "ordinary"],
  ]);
});

test("the latest value is taken however old it is, and by event time only a delay is kept", () => {
  const own = rule({ clock: "created_time", delayUs: 5n, ttlUs: 9n });
  expect(viewVariant("latest", [own]).joins).toEqual([{ key: "entity", filters: [], pick: "last" }]);
  expect(viewVariant("event_time", [own]).rules).toEqual([{ ...own, clock: "event_time" }]);
});

test("a rule is filters and a pick", () => {
  const own = rule({ clock: "created_time", delayUs: 5n, ttlUs: 9n, allowExactMatches: false });
  const age = { kind: "age", ttlUs: 9n };
  const distance = { kind: "distance", ttlUs: 9n };
  expect(variantOfRule(own)).toEqual({
    key: "entity",
    filters: [
      { kind: "happened", allowExactMatches: false },
      { kind: "known", clock: "created_time", delayUs: 5n },
      age,
    ],
    pick: "last",
  });
  expect(variantOfRule({ ...own, direction: "nearest" }).filters).toEqual([{ kind: "not_at" }, distance]);
  expect(variantOfRule({ ...own, direction: "forward" })).toEqual({
    key: "entity",
    filters: [{ kind: "ahead", allowExactMatches: false }, distance],
    pick: "first",
  });
  expect(variantOfRule({ ...own, direction: "latest" })).toEqual({
    key: "entity",
    filters: [age],
    pick: "last",
  });
});

test("only a join that takes every row multiplies", () => {
  const multiplying = variantsOf([rule()]).filter(multiplies);
  expect(multiplying.map(({ name }) => name)).toEqual(["calendar_date", "ordinary"]);
});
