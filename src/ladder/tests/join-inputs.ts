import type { JoinInput } from "../../sandbox/join-run";
import { createdOrder, joinOf } from "./answers";
import type { JoinTest } from "./join-test";

/** What a reader's own program is given, once per user; `answersOfRuns` takes what comes of it. */
export function inputsOf({ slices, ttlUs }: JoinTest): JoinInput[] {
  return slices.map(({ spine, joins }) => {
    const join = joinOf(joins);
    const { eventTimesUs, createdTimesUs } = join;
    const order = createdOrder(join);
    const inOrder = (times: BigInt64Array) => BigInt64Array.from(order, (position) => times[position] ?? 0n);
    return {
      predictionsUs: spine.timesUs.slice(),
      eventTimesUs: inOrder(eventTimesUs),
      knownAtUs: inOrder(createdTimesUs ?? eventTimesUs),
      ttlUs,
    };
  });
}
