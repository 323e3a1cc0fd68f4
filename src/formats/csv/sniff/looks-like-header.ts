import { kindOf } from "./kind-of";
import { isNullWord } from "./null-words";
import type { HeadRow } from "./read-head";

const LOOKED_AT = 200;

/**
 * Whether the first row holds names. Names have no number and no time in them, as a rule. Where they have (2023, 2024), the row
 * still holds names if another column differs from the rows below in kind (the word `day` over days), or if its numbers are
 * years that stand over other numbers and its texts occur nowhere below.
 */
export function looksLikeHeader(rows: readonly HeadRow[]): boolean {
  const [first, ...others] = rows;
  if (first === undefined) return false;
  const filled = first.cells.filter((text) => text.trim() !== "");
  const isValue = (text: string) => ["number", "time"].includes(kindOf(text));
  if (!filled.some(isValue)) return true;
  const body = others.slice(0, LOOKED_AT);
  if (body.length === 0 || filled.every(isValue)) return false;
  let differs = false;
  for (const [at, name] of first.cells.entries()) {
    if (kindOf(name) !== "text" || isNullWord(name)) continue;
    const below = body.map(({ cells }) => cells[at] ?? "").filter((text) => text.trim() !== "");
    if (below.includes(name)) return false;
    if (below.length > 0 && below.filter(isValue).length >= 0.9 * below.length) differs = true;
  }
  return differs || first.cells.every((name, at) => !isValue(name) || isYearOver(name, at, body));
}

function isYearOver(name: string, at: number, body: readonly HeadRow[]): boolean {
  if (!/^\s*(?:19|20)\d\d\s*$/.test(name)) return false;
  return body.every(({ cells }) => !/^\s*(?:19|20)\d\d\s*$/.test(cells[at] ?? ""));
}
