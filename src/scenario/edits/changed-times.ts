/** That an array of times is another one but for a single time. */
export interface TimeChange {
  readonly from: BigInt64Array;
  readonly position: number;
}

// What was derived from an array is derived from its successor in little time, while both are there. Held weakly:
// else every edit would keep all that was before it.
const changes = new WeakMap<BigInt64Array, { from: WeakRef<BigInt64Array>; position: number }>();

/** The times with another one at a position, which remember what they were made from. The same array where it is that time already. */
export function withTime(times: BigInt64Array, position: number, us: bigint): BigInt64Array {
  if (times[position] === us) return times;
  const changed = times.slice();
  changed[position] = us;
  changes.set(changed, { from: new WeakRef(times), position });
  return changed;
}

/** How times differ from those they were made from by {@link withTime}; `null` where they were not, or those are gone. */
export function changeOf(times: BigInt64Array): TimeChange | null {
  const change = changes.get(times);
  const from = change?.from.deref();
  return change === undefined || from === undefined ? null : { from, position: change.position };
}
