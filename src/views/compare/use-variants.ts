import { useMemo } from "react";
import { type ViewVariant, variantsOf, viewVariant } from "../../compare/variant";
import type { JoinRule } from "../../microfs/core";
import { editedSlice } from "../../state/editing";
import { useApp, useSelector } from "../../state/use-app";
import { VARIANT_TERMS, type VariantName } from "../../terms/variants";

/** The joins that the view that is looked at is compared under, as it is edited. */
export interface Variants {
  /** In the order of the menu, the view's own join first. */
  readonly menu: readonly ViewVariant[];
  /** The two that stand one above the other. */
  readonly above: ViewVariant;
  readonly below: ViewVariant;
  /** What a join is called in this view. */
  readonly word: (name: VariantName) => string;
  /** What it takes, in a few words. */
  readonly picks: (name: VariantName) => string;
}

/** The joins compared; `null` while no entity is there, which brings the rules. */
export function useVariants(): Variants | null {
  const slice = useSelector(editedSlice);
  const above = useApp((state) => state.route.above);
  const below = useApp((state) => state.route.below);
  return useMemo(() => {
    const rules = slice?.joins.map(({ rule }) => rule) ?? [];
    return rules.length === 0 ? null : variantsShown(rules, above, below);
  }, [slice, above, below]);
}

/**
 * The joins compared, under the rules of a view. A name that is not on its menu would do what the view's own join does:
 * it is shown as that.
 */
export function variantsShown(rules: readonly JoinRule[], above: VariantName, below: VariantName): Variants {
  const menu = variantsOf(rules);
  const named = (wanted: VariantName) =>
    menu.find(({ name }) => name === wanted) ?? viewVariant("own", rules);
  const isAsOf = rules.every(({ direction }) => direction === "backward");
  return {
    menu,
    above: named(above),
    below: named(below),
    word: (name) => (name === "own" && !isAsOf ? "own join" : VARIANT_TERMS[name].word),
    picks: (name) => (name === "own" && !isAsOf ? "as the view declares it" : VARIANT_TERMS[name].picks),
  };
}
