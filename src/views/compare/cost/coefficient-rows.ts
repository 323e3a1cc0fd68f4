import type { Coefficient } from "../../../compare/model/model-results";
import { formatValue } from "../../../timeline/words/format-value";

/** One input of two models: its weights beside each other. */
export interface CoefficientRow {
  readonly feature: string;
  readonly of: Coefficient["of"];
  /** In the model that is looked at, and in the reference; `null` where a model has no such input. */
  readonly weight: number | null;
  readonly reference: number | null;
}

/** The inputs of both models, by how differently the two lean on them: the greatest difference first. */
export function coefficientRows(
  chosen: readonly Coefficient[],
  reference: readonly Coefficient[],
): CoefficientRow[] {
  const rows = new Map<string, CoefficientRow>();
  for (const { feature, of, weight } of chosen)
    rows.set(inputKey(feature, of), { feature, of, weight, reference: null });
  for (const { feature, of, weight } of reference) {
    const known = rows.get(inputKey(feature, of));
    rows.set(inputKey(feature, of), { feature, of, weight: known?.weight ?? null, reference: weight });
  }
  return [...rows.values()].sort((a, b) => difference(b) - difference(a));
}

/** How much more, or less, the model that is looked at leans on an input. */
export function difference({ weight, reference }: CoefficientRow): number {
  return Math.abs((weight ?? 0) - (reference ?? 0));
}

/** What an input is, after its feature: nothing for its value. A long text is cut. */
export function inputWords(of: Coefficient["of"]): string {
  switch (of.kind) {
    case "value":
      return "";
    case "missing":
      return "is missing";
    case "text":
      return `= “${formatValue(of.text)}”`;
    default:
      return "is any other text";
  }
}

function inputKey(feature: string, of: Coefficient["of"]): string {
  return JSON.stringify([feature, of.kind, of.kind === "text" ? of.text : ""]);
}
