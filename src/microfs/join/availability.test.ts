import { expect, test } from "vitest";
import { availability } from "./availability";
import { featureIndex } from "./feature-index";

// One entity; the row of 2 was created after the row of 3.
const index = () => featureIndex(new Int32Array(3), 1, Float64Array.of(1, 2, 3), Float64Array.of(1, 9, 4));

const created = (delayUs = 0n, allowExactMatches = true) =>
  ({ clock: "created_time", delayUs, allowExactMatches }) as const;

test("by created time a late row is usable late, and does not take the place of a later one", () => {
  const { from, latest } = availability(index(), created());
  expect([...from]).toEqual([1, 4, 9]);
  expect([...(latest ?? [])]).toEqual([0, 2, 2]);
});

test("what follows from a delay and exact matches is made once for an index", () => {
  const features = index();
  const first = availability(features, created());
  expect(availability(features, created())).toBe(first);
  expect(availability(index(), created())).not.toBe(first);
  const others = [created(1n), created(0n, false)];
  for (const rule of others) expect(availability(features, rule)).not.toBe(first);
  expect(availability(features, created())).toBe(first);
});

test("by event time it is the index as it is, whatever was asked before", () => {
  const features = index();
  availability(features, created());
  const happened = availability(features, { ...created(), clock: "event_time" });
  expect(happened).toEqual({ from: features.eventTimes, offsetUs: 0n, latest: null });
});

test("the few asked for last are kept: a drag through many delays does not fill the memory", () => {
  const features = index();
  const first = availability(features, created());
  for (let delayUs = 1n; delayUs <= 9n; delayUs++) {
    availability(features, created(delayUs));
    // Asked for between the others, as a group's own rule is.
    expect(availability(features, created())).toBe(first);
  }
  const early = availability(features, created(1n));
  for (let delayUs = 2n; delayUs <= 9n; delayUs++) availability(features, created(delayUs));
  expect(availability(features, created(1n))).not.toBe(early);
});
