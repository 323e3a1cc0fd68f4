import type { CellValue } from "../microfs/core";
import { compareValues } from "./scan-candidates";

/** Whether two cells hold the same. NaN equals NaN, and 1 equals 1n: a finished table need not have our types. */
export function isSameValue(a: CellValue, b: CellValue): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  return isNumber(a) && isNumber(b) && typeof a !== typeof b && Number(a) === Number(b);
}

/**
 * Whether two cells that may hold several values hold the same ones, each as often, in whatever order. A left join that finds
 * nothing writes one null. O(k log k).
 */
export function isSameList(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  if (a.length !== b.length) return false;
  if (a.length === 1) return isSameValue(a[0] ?? null, b[0] ?? null);
  const [one, other] = [a.toSorted(nullsFirst), b.toSorted(nullsFirst)];
  return one.every((value, i) => isSameValue(value, other[i] ?? null));
}

export function isNumber(value: CellValue): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function nullsFirst(a: CellValue, b: CellValue): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return compareValues(a, b);
}
