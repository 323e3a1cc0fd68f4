import type { GlossaryEntry } from "./entry";
import { asOf, cell, future, LINE_X, lane, mark, word } from "./picture";
import { ELEMENT_PICTURES, REASON_PICTURES, VERDICT_PICTURES } from "./pictures";

/** What is predicted, from which rows. */
export const PREDICTION_TERMS: readonly GlossaryEntry[] = [
  {
    id: "spine",
    term: "spine",
    also: ["rows to predict"],
    text: "The rows to predict: an entity, a moment, and the label.",
    picture: [lane, { kind: "spine_row", x: 22 }, { kind: "spine_row", x: 56 }, { kind: "spine_row", x: 90 }],
    elsewhere: {
      feast: "entity dataframe: `entity_df`",
      databricks: "the `df` of `create_training_set`",
      hopsworks: "label feature group, or spine group",
      pandas: "`left`",
    },
  },
  {
    id: "moment of the prediction",
    term: "moment of the prediction",
    also: ["prediction moment", "as-of line"],
    text: "When a model would be asked. A training row is made for it, of nothing that was not known by then.",
    picture: ELEMENT_PICTURES.as_of,
    elsewhere: {
      feast: "`event_timestamp` in the entity dataframe",
      databricks: "`timestamp_lookup_key`",
      pandas: "`on`, or `left_on`",
    },
  },
  {
    id: "label",
    term: "label",
    also: ["target"],
    text: "What is to be predicted. It becomes known only after the moment of the prediction, so it is never a feature.",
    picture: ELEMENT_PICTURES.label,
    elsewhere: { databricks: "`label` of `create_training_set`", hopsworks: "`labels` of a feature view" },
  },
  {
    id: "label horizon",
    term: "label horizon",
    text: "How long after the moment of the prediction the label is known.",
    picture: [
      { kind: "bracket", from: 20, to: 100, y: 18 },
      { kind: "as_of", x: 20 },
    ],
  },
  {
    id: "feature view",
    term: "feature view",
    text: "The label’s table and the joins that make a training set of it.",
    picture: [
      cell(0, 9, 40, "label"),
      word(45, 22, "⋈"),
      cell(62, 0, 50, "spend"),
      cell(62, 18, 50, "visits"),
    ],
    elsewhere: {
      feast: "feature service",
      databricks: "the `feature_lookups` of `create_training_set`",
      hopsworks: "feature view",
    },
  },
  {
    id: "training row",
    term: "training row",
    text: "One row to predict with the features that were known of it, and its label.",
    picture: [cell(0, 9, 28, "2"), cell(28, 9, 48, "50.00", "chosen"), cell(76, 9, 36, "yes")],
  },
  {
    id: "training set",
    term: "training set",
    also: ["training data", "training table"],
    text: "All training rows: each row to predict stands in it exactly once, matched or not.",
    picture: [
      cell(0, 0, 28, "2"),
      cell(28, 0, 48, "50.00", "chosen"),
      cell(76, 0, 36, "yes"),
      cell(0, 18, 28, "3"),
      cell(28, 18, 48, "null", "muted"),
      cell(76, 18, 36, "no"),
    ],
    elsewhere: {
      feast: "what `get_historical_features` returns",
      databricks: "training set: `create_training_set`",
      hopsworks: "training data",
    },
  },
];

/** How a join takes a row. */
export const JOIN_TERMS: readonly GlossaryEntry[] = [
  {
    id: "as of",
    term: "as of",
    text: "As things were known at a moment, whatever has become known since.",
    picture: [future, lane, asOf, mark("chosen", 48), mark("future", 96)],
  },
  {
    id: "point-in-time correct",
    term: "point-in-time correct",
    text: "A training row contains only what was known at that row’s moment.",
    picture: [lane, asOf, mark("chosen", 48)],
    elsewhere: {
      feast: "point-in-time correct",
      databricks: "point-in-time correctness",
      hopsworks: "point-in-time correct",
    },
  },
  {
    id: "candidate",
    term: "candidate",
    text: "A feature row with the entity key of the row to predict, whatever its time.",
    picture: VERDICT_PICTURES.undecided,
  },
  {
    id: "verdict",
    term: "verdict",
    text: "Why a candidate was chosen, or why it was not.",
    picture: [
      future,
      lane,
      asOf,
      mark("expired", 14),
      mark("superseded", 36),
      mark("chosen", 58),
      mark("future", 98),
    ],
  },
  {
    id: "reason",
    term: "reason",
    text: "Why a cell holds the row that it holds, or why it holds none.",
    picture: REASON_PICTURES.expired,
  },
  {
    id: "TTL",
    term: "TTL",
    also: ["tolerance", "time to live"],
    text: "Time to live: how old a row may be at the moment of the prediction, its edge included.",
    picture: [{ kind: "ttl", from: 34, to: LINE_X }, lane, asOf, mark("expired", 14), mark("chosen", 56)],
    elsewhere: {
      feast: "`ttl` of a feature view",
      databricks: "`lookback_window` of a `FeatureLookup`",
      hopsworks: "its TTL is something else: how long rows are kept",
      pandas: "`tolerance`",
    },
  },
  {
    id: "exact match",
    term: "exact match",
    text: "A row at the very moment of the prediction: it counts with ≤, and does not with <.",
    picture: [lane, asOf, mark("chosen", LINE_X)],
    elsewhere: {
      feast: "always counts",
      databricks: "always counts in a lookup",
      hopsworks: "always counts",
      pandas: "`allow_exact_matches`",
    },
  },
  {
    id: "tie",
    term: "tie",
    text: "Several rows that are equally good; the one known last, then the one inserted last, wins.",
    picture: [{ kind: "lane", y: 23 }, asOf, mark("superseded", 48, 7), mark("chosen", 48, 23)],
    elsewhere: {
      feast: "the greatest created time wins",
      databricks: "arbitrary",
      hopsworks: "ties multiply rows",
      pandas: "backward, the last one wins",
    },
  },
  {
    id: "null",
    term: "null",
    text: "No value: the join found no row that it may take, or the row that it took has none.",
    picture: [cell(34, 9, 44, "null", "muted")],
    elsewhere: { pandas: "`NaN`, `NaT` or `NA`" },
  },
  {
    id: "suffix",
    term: "suffix",
    text: "What is put after a column’s name where that is taken: the name of its group.",
    picture: [cell(0, 9, 112, "time_payments")],
    elsewhere: {
      feast: "the view’s name before it, or an error",
      databricks: "by its published client, the name in the label table wins silently",
      hopsworks: "a prefix",
      pandas: "`_x` and `_y`",
    },
  },
];
