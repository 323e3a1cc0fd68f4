import { VARIANT_NAMES, type VariantName } from "../../terms/variants";
import { CELLS_COUNTED, type CellsBehind } from "../../worker/compare/compare-results";
import { formatNames, readNames } from "../route/names";

/** The cells behind a number as one text of a URL: `latest,leaked`, `latest,leaked,amount,0,60000000`. */
export function formatBehind({ variant, what, feature, peekUs }: CellsBehind): string {
  if (peekUs !== null)
    return formatNames([variant, what, feature ?? "", String(peekUs.from), String(peekUs.to)]);
  return formatNames(feature === null ? [variant, what] : [variant, what, feature]);
}

/** What {@link formatBehind} has written; `null` for what makes no sense. */
export function readBehind(text: string): CellsBehind | null {
  const [name, counted, feature = "", from, to, ...rest] = readNames(text);
  const variant = VARIANT_NAMES.find((one) => one === name);
  const what = CELLS_COUNTED.find((one) => one === counted);
  if (variant === undefined || what === undefined || rest.length > 0) return null;
  const behind = { variant, what, feature: feature === "" ? null : feature };
  if (from === undefined) return { ...behind, peekUs: null };
  const peekUs = { from: Number(from), to: Number(to) };
  const isSpan = Number.isFinite(peekUs.from) && Number.isFinite(peekUs.to) && peekUs.from < peekUs.to;
  return isSpan ? { ...behind, peekUs } : null;
}

/** All rows of a join's own table as one text of a URL: `ordinary,rows`. */
export function formatTableRows(variant: VariantName): string {
  return formatNames([variant, "rows"]);
}

/** What {@link formatTableRows} has written; `null` for anything else. */
export function readTableRows(text: string): VariantName | null {
  const variant = VARIANT_NAMES.find((one) => formatTableRows(one) === text);
  return variant ?? null;
}
