import type { ClockName, JoinRule } from "../microfs/core";
import { VARIANT_NAMES, type VariantName } from "../terms/variants";

/** Whose rows a spine row can meet: the entity's, everybody's, or of either those of the same calendar date (UTC, by event time). */
export type VariantKey = "entity" | "none" | "entity_and_date" | "date";

/** What a row must pass, for a spine row at t, to be picked from. */
export type VariantFilter =
  /** Event time ≤ t, or < t. */
  | { readonly kind: "happened"; readonly allowExactMatches: boolean }
  /** Event time ≥ t, or > t. */
  | { readonly kind: "ahead"; readonly allowExactMatches: boolean }
  /** Event time ≠ t. */
  | { readonly kind: "not_at" }
  /** The clock's time plus the delay ≤ t. */
  | { readonly kind: "known"; readonly clock: ClockName; readonly delayUs: bigint }
  /** t − event time ≤ the TTL: a row of the future is never too old. */
  | { readonly kind: "age"; readonly ttlUs: bigint }
  /** |t − event time| ≤ the TTL. */
  | { readonly kind: "distance"; readonly ttlUs: bigint };

/**
 * Which of the rows that pass make a cell. `last`, `first` and `nearest` take one; `each` takes all, and makes a row of the
 * table of every one; `greatest_of_each_column` takes, column by column, the row with the greatest value, which may be
 * several. Of equal event times the greatest created time counts, then the last inserted.
 */
export type VariantPick = "last" | "first" | "nearest" | "each" | "greatest_of_each_column";

/** A join as data: whose rows, which of them, and what of those. Always a left join: no spine row is lost. */
export interface JoinVariant {
  readonly key: VariantKey;
  readonly filters: readonly VariantFilter[];
  readonly pick: VariantPick;
}

/** A whole view under one variant. */
export interface ViewVariant {
  readonly name: VariantName;
  /** One per join of the view. */
  readonly joins: readonly JoinVariant[];
  /** Per join the rule that the kernel joins by; `null` where no rule of the engine says it. */
  readonly rules: readonly (JoinRule | null)[];
}

/** Whether a variant can make several rows of one. */
export function multiplies({ joins }: Pick<ViewVariant, "joins">): boolean {
  return joins.some(({ pick }) => pick === "each");
}

/** A rule of the engine as a variant. */
export function variantOfRule(rule: JoinRule): JoinVariant {
  const { direction, allowExactMatches, ttlUs, clock, delayUs } = rule;
  const age = ttlUs === null ? [] : [{ kind: "age", ttlUs } as const];
  const distance = ttlUs === null ? [] : [{ kind: "distance", ttlUs } as const];
  switch (direction) {
    case "backward":
      return {
        key: "entity",
        filters: [{ kind: "happened", allowExactMatches }, { kind: "known", clock, delayUs }, ...age],
        pick: "last",
      };
    case "forward":
      return { key: "entity", filters: [{ kind: "ahead", allowExactMatches }, ...distance], pick: "first" };
    case "nearest":
      return {
        key: "entity",
        filters: [...(allowExactMatches ? [] : [{ kind: "not_at" } as const]), ...distance],
        pick: "nearest",
      };
    case "latest":
      return { key: "entity", filters: age, pick: "last" };
  }
}

/**
 * The variants of a view, in the order of the menu: its own join first, then those that can differ from it. What a view
 * does not have cannot be left out: without a created time anywhere there is no “event time only”.
 *
 * @param rules - The view's own, one per join.
 */
export function variantsOf(rules: readonly JoinRule[]): ViewVariant[] {
  const own = rules.map(ruleKey).join(" | ");
  return VARIANT_NAMES.flatMap((name) => {
    const changed = rules.map((rule) => VARIANT_RULES[name](rule));
    const isOwn = changed.every((rule) => rule !== null) && changed.map(ruleKey).join(" | ") === own;
    return name !== "own" && isOwn ? [] : [viewVariant(name, rules)];
  });
}

/** One variant of a view, whether or not it differs from the view's own. */
export function viewVariant(name: VariantName, rules: readonly JoinRule[]): ViewVariant {
  const changed = rules.map((rule) => VARIANT_RULES[name](rule));
  const joins = changed.map(
    (rule): JoinVariant => (rule === null ? (EVERY_ROW[name] ?? ORDINARY) : variantOfRule(rule)),
  );
  return { name, joins, rules: changed };
}

const ORDINARY: JoinVariant = { key: "entity", filters: [], pick: "each" };

/** The variants that no rule of the engine says. */
const EVERY_ROW: Readonly<Partial<Record<VariantName, JoinVariant>>> = {
  calendar_date: { key: "entity_and_date", filters: [], pick: "each" },
  ordinary: ORDINARY,
};

/** What becomes of a join's own rule; `null` where no rule of the engine says it. */
const VARIANT_RULES: Readonly<Record<VariantName, (own: JoinRule) => JoinRule | null>> = {
  own: (own) => own,
  event_time: (own) => ({ ...own, clock: "event_time" }),
  no_delay: (own) => ({ ...own, delayUs: 0n }),
  event_time_no_delay: (own) => ({ ...own, clock: "event_time", delayUs: 0n }),
  no_ttl: (own) => ({ ...own, ttlUs: null }),
  strict: (own) => ({ ...own, allowExactMatches: false }),
  nearest: (own) => ({ ...own, direction: "nearest" }),
  forward: (own) => ({ ...own, direction: "forward" }),
  // The last value there is, however old: who takes it asks of no TTL.
  latest: (own) => ({ ...own, direction: "latest", ttlUs: null }),
  calendar_date: () => null,
  ordinary: () => null,
};

function ruleKey(rule: JoinRule | null): string {
  if (rule === null) return "";
  const { direction, clock, delayUs, ttlUs, allowExactMatches } = rule;
  // What a direction does not look at makes no difference.
  return direction === "backward"
    ? [direction, clock, delayUs, ttlUs, allowExactMatches].join()
    : [direction, ttlUs, direction === "latest" || allowExactMatches].join();
}
