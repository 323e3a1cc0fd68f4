import type { Times } from "../../microfs/core";

/**
 * Times as numbers that can be subtracted from each other: microseconds since one moment that all share. The same arrays where
 * they are numbers already. Exact where all lie within 285 years of each other, else rounded.
 */
export function relativeTimes<Given extends Times[]>(
  ...given: Given
): { [one in keyof Given]: Float64Array } {
  const areNumbers = given.every((times) => times instanceof Float64Array);
  const first = given.find((times) => times.length > 0)?.[0];
  const originUs = areNumbers || first === undefined ? 0n : BigInt(first);
  const relative = given.map((times) =>
    areNumbers && times instanceof Float64Array
      ? times
      : Float64Array.from(times as ArrayLike<number | bigint>, (time) => Number(BigInt(time) - originUs)),
  );
  return relative as { [one in keyof Given]: Float64Array };
}
