import type { ComponentType } from "react";
import type { DirectiveProps } from "../lesson/lesson-context";
import { CellsScore } from "./cells-score";
import { FeaturesScore } from "./features-score";
import { NullsScore } from "./nulls-score";
import { SplitsScore } from "./splits-score";

/** What a model is asked about, by the directive's `of`. */
const SCORES: Readonly<Record<string, ComponentType<DirectiveProps>>> = {
  cells: CellsScore,
  nulls: NullsScore,
  features: FeaturesScore,
  splits: SplitsScore,
};

/** What models make of tables: trained in the worker, when it is come to, on data that is made for it. */
export function Score({ directive }: DirectiveProps) {
  const { of = "" } = directive.attributes;
  const View = SCORES[of];
  if (View === undefined) throw new RangeError(`nothing is scored of ${of}`);
  return <View directive={directive} />;
}
