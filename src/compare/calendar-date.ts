import { floorDivide } from "../microfs/core";

/** A date in UTC: no clock changes, no leap seconds. */
const DATE_US = 86_400_000_000;

/**
 * The midnight (UTC) at which a moment's date begins, or so many dates later. Exact: in the kind of number that it is given.
 *
 * @param us - Microseconds since 1970.
 */
export function startOfDate(us: number | bigint, datesLater: number): number | bigint {
  if (typeof us === "bigint")
    return (floorDivide(us, BigInt(DATE_US)) + BigInt(datesLater)) * BigInt(DATE_US);
  const sinceMidnight = us % DATE_US;
  return us - (sinceMidnight < 0 ? sinceMidnight + DATE_US : sinceMidnight) + datesLater * DATE_US;
}
