import { formatNumber } from "../../ui/format-number";

/** A number and its noun: `1 row`, `48 210 rows`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
