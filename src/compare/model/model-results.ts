import type { VariantName } from "../../terms/variants";

/**
 * What can become of the cells that a view's own join leaves empty: they are left so, and a model is told that they are; they
 * are filled with the entity's next row; or every row that has one is dropped.
 */
export const NULL_TREATMENTS = ["leave", "fill_next", "drop_rows"] as const;
export type NullTreatment = (typeof NULL_TREATMENTS)[number];

/** What the table of a model is called. */
export type TableName = VariantName | NullTreatment;

/** What a model is asked to learn, and how it is tried. */
export interface ModelRequest {
  /** A column of the spine; `null` for the view's first label. */
  readonly label: string | null;
  /** Names of columns of the training table; `null` for every joined feature that can be used. */
  readonly features: readonly string[] | null;
  /** How many rolling origins: the last part of time is cut into so many, each predicted from rows whose label was known by then. */
  readonly folds: number;
  readonly seed: number;
}

/** A score with the band that 95 % of resamplings lie in. */
export interface Band {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A model's scores on one kind of rows. Of a class: `auc` and `log_loss`; of a number: `r2` and `mae`. */
export type MetricName = "auc" | "log_loss" | "r2" | "mae";
export type Scores = Readonly<Partial<Record<MetricName, Band>>>;

/** Predicted probabilities from low to high in bins: what was said, and what came. */
export interface CalibrationBin {
  readonly predicted: number;
  readonly observed: number;
  readonly rows: number;
}

/**
 * One input of a model and its weight: of a standardized number or a bool, of “is missing”, of one text value, or of all
 * texts that have no input of their own.
 */
export interface Coefficient {
  /** The name in the training table. */
  readonly feature: string;
  readonly join: number;
  /** The column's name in its group. */
  readonly column: string;
  readonly of:
    | { readonly kind: "value" | "missing" | "other" }
    | { readonly kind: "text"; readonly text: string };
  /** Mean over the rolling origins. */
  readonly weight: number;
  /** Inputs of one model with the same number were the same in every row of its training: its weight is shared among them. */
  readonly sameAs: number;
}

/**
 * What a model's first metric loses where features are blanked, each of their inputs at its mean in training: what it leans on.
 */
export interface Reliance {
  /** One; or several that have an input in common, which are blanked together, since the others would still say it. */
  readonly features: readonly string[];
  /** The score less the score without them, mean over the rolling origins. Below 0 the model is better without them. */
  readonly offline: number;
  readonly production: number;
}

/** What came of one variant, or of another way to make the table. */
export interface VariantModel<Name extends TableName = VariantName> {
  readonly name: Name;
  /** Scored as the naive team would: on its own table. */
  readonly offline: Scores;
  /** The same model served only what was known: the as-of values, one row per spine row. */
  readonly production: Scores;
  /** Offline − production of the first metric, resampled as one. */
  readonly gap: Band;
  /** The first metric less the reference's, resampled as one: offline and in production. `null` for the reference itself. */
  readonly overReference: { readonly offline: Band; readonly production: Band } | null;
  readonly calibration: {
    readonly offline: readonly CalibrationBin[];
    readonly production: readonly CalibrationBin[];
  };
  /** The greatest weights first. */
  readonly coefficients: readonly Coefficient[];
  /** Of all features that were learned from; what is worth most offline first. */
  readonly reliance: readonly Reliance[];
  /** Rows of its table that were trained on and tried, and how many the whole table has. */
  readonly rows: { readonly used: number; readonly of: number };
}

/** Why there is nothing to be learned, where there is not. */
export type ModelProblem =
  | { readonly kind: "no_label" }
  | { readonly kind: "label_cannot_be_predicted"; readonly label: string; readonly values: number }
  | { readonly kind: "no_features" }
  /** Names that were asked for. At least one. */
  | { readonly kind: "unknown_features"; readonly features: readonly string[] }
  | { readonly kind: "too_few_rows"; readonly rows: number; readonly needed: number }
  | { readonly kind: "one_class"; readonly label: string; readonly value: string };

/** What each wrong join gains offline, and keeps in production. */
export interface Consequence<Name extends TableName = VariantName> {
  readonly request: ModelRequest;
  /** The label that was predicted, and of which kind it is. */
  readonly label: string;
  readonly task: "class" | "number";
  /** Of a class: the value that counts as 1. */
  readonly positive: string | null;
  /** The first is what all are compared by. */
  readonly metrics: readonly MetricName[];
  /** Features that were used, and those that were not with the reason. */
  readonly features: readonly string[];
  readonly leftOut: readonly {
    readonly feature: string;
    readonly reason: "time" | "one_value" | "is_label" | "is_key";
  }[];
  /** Spine rows with a label, and how many of them were drawn: more than 20 thousand are sampled. */
  readonly spineRows: { readonly used: number; readonly of: number };
  readonly entities: number;
  /** What bands are drawn by: entities, each with all its rows; where there are too few of them, stretches of each one's time. */
  readonly bands: { readonly by: "entities" | "stretches"; readonly count: number };
  /** Share of the positive class, or the mean of the number. */
  readonly baseRate: number;
  /** The rolling origins: times in microseconds, and rows of the reference's table. */
  readonly splits: readonly {
    /** Trained on rows of before this moment, or of it: the part's first less the label's horizon. */
    readonly trainBeforeUs: bigint;
    readonly testFromUs: bigint;
    /** Of the last row that is tried. */
    readonly testLastUs: bigint;
    readonly trained: number;
    readonly tested: number;
  }[];
  /**
   * How many origins were asked for, how many the moments of the later half allow, and which numbers up to ten could all be
   * made: those that were made, `splits`, have enough rows and more than one value of the label.
   */
  readonly origins: { readonly asked: number; readonly cut: number; readonly possible: readonly number[] };
  /** The view's own join first; production of every variant is what was known, by each group's own clock and delay. */
  readonly variants: readonly VariantModel<Name>[];
  /** Whether even the reference is no better than chance beyond its band. */
  readonly noSignal: boolean;
}
