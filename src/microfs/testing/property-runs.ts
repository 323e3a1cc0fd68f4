import { env } from "node:process";

/** How many times more than usual: a night has hours where a change has minutes. */
const TIMES = Number(env.MICROFS_PROPERTY_RUNS ?? 1);

/**
 * How often a property is tried.
 *
 * @param numRuns - What fits into the time of an ordinary test run.
 * @param seed - Where an ordinary run is to try the same cases every time; a longer one takes others.
 */
export function propertyRuns(numRuns: number, seed?: number): { numRuns: number; seed?: number } {
  const runs = { numRuns: numRuns * TIMES };
  return seed === undefined || TIMES > 1 ? runs : { ...runs, seed };
}
