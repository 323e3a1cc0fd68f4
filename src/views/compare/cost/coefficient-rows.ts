import type { Coefficient } from "../../../compare/model/model-results";
import { formatValue } from "../../../timeline/words/format-value";

/** An input of a model. */
export type InputName = Pick<Coefficient, "feature" | "of">;

/** One input of two models, or several that were the same column in the training of both: its weights beside each other. */
export interface CoefficientRow {
  /** At least one; those that are the same share their weight, which is then its sum. */
  readonly inputs: readonly InputName[];
  /** In the model that is looked at, and in the reference; `null` where a model has no such input. */
  readonly weight: number | null;
  readonly reference: number | null;
}

/** The inputs of both models, by how differently the two weigh them: the greatest difference first. */
export function coefficientRows(
  chosen: readonly Coefficient[],
  reference: readonly Coefficient[],
): CoefficientRow[] {
  const keyed = (coefficients: readonly Coefficient[]) =>
    new Map(coefficients.map((one) => [inputKey(one), one] as const));
  const [ofChosen, ofReference] = [keyed(chosen), keyed(reference)];
  const rows = new Map<string, CoefficientRow>();
  for (const [key, { feature, of }] of new Map([...ofChosen, ...ofReference])) {
    const [one, other] = [ofChosen.get(key), ofReference.get(key)];
    const column = `${one?.sameAs} ${other?.sameAs}`;
    const known = rows.get(column);
    rows.set(column, {
      inputs: [...(known?.inputs ?? []), { feature, of }],
      weight: one === undefined ? null : (known?.weight ?? 0) + one.weight,
      reference: other === undefined ? null : (known?.reference ?? 0) + other.weight,
    });
  }
  return [...rows.values()].sort((a, b) => difference(b) - difference(a));
}

/** How much more, or less, the model that is looked at weighs an input. */
function difference({ weight, reference }: CoefficientRow): number {
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

function inputKey({ feature, of }: InputName): string {
  return JSON.stringify([feature, of.kind, of.kind === "text" ? of.text : ""]);
}
