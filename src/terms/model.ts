/** What stands about the models of a comparison, as pages name it. */
export type ModelTermName =
  | "auc"
  | "log_loss"
  | "r2"
  | "mae"
  | "rolling_origins"
  | "seed"
  | "band"
  | "weight";

export interface ModelTerm {
  readonly word: string;
  /** What it is, in a sentence or two. */
  readonly glossary: string;
}

/** The scores of a model, how it is tried, and what is drawn at random. */
export const MODEL_TERMS: Readonly<Record<ModelTermName, ModelTerm>> = {
  auc: {
    word: "AUC",
    glossary:
      "How often a random row that says yes ranks above a random row that says no: 1 is perfect, 0.5 is chance.",
  },
  log_loss: {
    word: "log-loss",
    glossary:
      "How far predicted probabilities lie from what came; sure and wrong costs most, and less is better.",
  },
  r2: {
    word: "R²",
    glossary:
      "The share of a number’s ups and downs that is predicted: 1 is perfect, 0 is no better than the mean, below 0 is worse.",
  },
  mae: {
    word: "mean absolute error",
    glossary: "By how much a prediction misses on average, in the label’s own units; less is better.",
  },
  rolling_origins: {
    word: "rolling origins",
    glossary:
      "The later half of time is cut into parts; each is predicted by a model of the rows whose labels were known when the part began.",
  },
  seed: {
    word: "seed",
    glossary:
      "A number that decides everything drawn at random: the same seed draws the same rows and bands.",
  },
  band: {
    word: "band of 95 %",
    glossary:
      "The middle 95 % of the scores when entities are drawn again 200 times, each with all its rows. What lies within is no finding.",
  },
  weight: {
    word: "weight",
    glossary:
      "By how much an input moves the prediction, per standard deviation of a number; of a yes or no, when it is yes. Inputs that move together can share a weight or cancel.",
  },
};
