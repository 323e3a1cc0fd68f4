/** What a picture shows beside the verdicts of its rows. */
export type PictureElement =
  | "as_of"
  | "future"
  | "label"
  | "other_row"
  | "ttl"
  | "delay"
  | "tail"
  | "arc"
  | "leak_arc"
  | "pile"
  | "density"
  | "others"
  | "fold"
  | "origin";

export interface PictureElementTerm {
  readonly word: string;
  /** What it says, in a sentence or two. */
  readonly glossary: string;
}

/** Every element of a picture, as the legend explains it, in the order in which a reader meets them. */
export const PICTURE_ELEMENT_TERMS: Readonly<Record<PictureElement, PictureElementTerm>> = {
  as_of: {
    word: "the moment of the prediction",
    glossary: "The training row is made for this moment. A row counts only if it was known by then.",
  },
  future: { word: "the future", glossary: "Hatched: at that moment nothing in it existed yet." },
  label: {
    word: "the label",
    glossary: "What is to be predicted. It is known only where the bracket ends, so it is struck out.",
  },
  other_row: { word: "another row to predict", glossary: "The same entity, asked about at another moment." },
  ttl: {
    word: "the TTL",
    glossary: "The band shows how old a row may be. What lies outside of it is not used.",
  },
  delay: {
    word: "the delay",
    glossary: "The dotted strip: what happens in it can be used only after the line.",
  },
  tail: {
    word: "known later",
    glossary: "A tail runs from when a row happened to when it could first be used.",
  },
  arc: { word: "the value’s way", glossary: "From the chosen row into the training row." },
  leak_arc: { word: "a leak’s way", glossary: "Dashed: from a row that was not known by then." },
  pile: {
    word: "several rows at one place",
    glossary: "One mark stands for all of them. Zoom in to part them.",
  },
  density: {
    word: "rows too many to draw",
    glossary: "Bars count them exactly. Zoom in until each is a mark.",
  },
  others: { word: "rows of others", glossary: "A few rows of other entities. They take no part." },
  fold: {
    word: "idle time, cut out",
    glossary: "Nothing happens there. How long it is stands over the cut.",
  },
  origin: {
    word: "before the change",
    glossary: "Where a row stood before it was moved, and the way it went.",
  },
};

/** In the order of {@link PICTURE_ELEMENT_TERMS}. */
export const PICTURE_ELEMENTS = Object.keys(PICTURE_ELEMENT_TERMS) as readonly PictureElement[];
