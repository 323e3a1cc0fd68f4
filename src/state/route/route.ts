import type { LessonName } from "../../learn/lesson-names";
import type { Language } from "../../terms/languages";
import type { Phase } from "../../terms/phases";
import type { VariantName } from "../../terms/variants";

/** The stages of the Lab, in the order of a feature's life. */
export const STAGES = ["data", "view", "train", "serve", "compare", "code"] as const;
export type Stage = (typeof STAGES)[number];

/** The pages of the app. */
/** Those of one path each; the Lab has one for each of its stages, and Home none. */
export const PLAIN_PAGES = [
  "learn",
  "practice",
  "ladder",
  "glossary",
  "cases",
  "present",
  "worksheet",
] as const;
const PAGES = ["home", "lab", ...PLAIN_PAGES] as const;
export type Page = (typeof PAGES)[number];

/** How the app may look; `system` follows the system and its changes. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How large the app is written: `large` is for a projector, nothing in it under 16 px. */
export const SIZES = ["regular", "large"] as const;
export type Size = (typeof SIZES)[number];

/** How the joins of a row are played. */
export const JOINS_PLAYED = ["one-by-one", "together"] as const;
export type JoinsPlayed = (typeof JOINS_PLAYED)[number];

/**
 * Under which rule the joins of a row are shown: their own, or the latest value that everybody is tempted to take. `mine` stands in
 * links alone: Train turns on the join that the reader has finished, beside their own rules.
 */
export const RULES_SHOWN = ["as-of", "latest", "mine"] as const;
export type RuleShown = (typeof RULES_SHOWN)[number];

/** What can stand open beside or under the picture, by its name in a URL. */
export const PANELS = ["joins", "source", "found"] as const;
export type Panel = (typeof PANELS)[number];

/** The pages of Compare: one row under two joins, what each join costs, the cells that differ, and data that is made for it. */
export const COMPARE_PAGES = ["row", "cost", "differences", "data"] as const;
export type ComparePage = (typeof COMPARE_PAGES)[number];

/** How a lesson is shown: part by part, or as a plain text to read and print. */
export const LESSON_FORMS = ["parts", "text"] as const;
export type LessonForm = (typeof LESSON_FORMS)[number];

/** What Present shows: all plans, one to prepare, what a class sees, what the speaker sees, the cards that a class votes with, and what it has handed in. */
export const PRESENT_SCREENS = [
  "plans",
  "plan",
  "projector",
  "speaker",
  "cards",
  "card",
  "handed-in",
] as const;
export type PresentScreen = (typeof PRESENT_SCREENS)[number];

/** The rungs of the ladder on which a reader comes to write the join: order its lines, fill its blanks, write it. */
export const RUNGS = ["order", "fill", "write"] as const;
export type Rung = (typeof RUNGS)[number];

/** The paper that a worksheet is printed on. */
export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];

/** Whether a worksheet is printed with its key. */
export const KEYS_PRINTED = ["with", "without"] as const;
export type KeyPrinted = (typeof KEYS_PRINTED)[number];

/** What a link can take away from Train, by its name in a URL: a class then looks at what is left. */
export const HIDEABLE = [
  "stages",
  "sentence",
  "phases",
  "minimap",
  "edits",
  "player",
  "tools",
  "table",
  "candidates",
  "source",
  "task",
] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** Where one looks. What one looks at, the dataset and its edits, is the document's. */
export interface Route {
  page: Page;
  /** Of the Lab; elsewhere it says nothing. */
  stage: Stage;
  /** The feature group looked at: in Data, `null` for none; in Serve, `null` for the first that is online. */
  group: string | null;
  /** The feature view; `null` for the first there is. */
  view: string | null;
  /** The spine row's number in the label group's table; `null` for the first training row. */
  row: number | null;
  /** Counts the view's joins from 0. */
  join: number;
  phase: Phase;
  /** Whether the joins of a row are played one by one, or side by side. */
  joins: JoinsPlayed;
  /** A way of looking: nothing that is stored, and no edit, changes with it. */
  rule: RuleShown;
  /** The feature column that the timeline shows in the current join, by its name in its group; `null` for the first. */
  column: string | null;
  /** What part of time the timeline shows, microseconds, [from, to); `null` for what suits the step. */
  from: number | null;
  to: number | null;
  /** The entity looked up in Serve, as `formatEntity` writes it; `null` for none. */
  entity: string | null;
  /** The moment of that look-up: a written time, `now` for the wall clock, or `null` for what suits the data. */
  now: string | null;
  /** The one case that Cases shows, by its name; `null` for their index. */
  case: string | null;
  /** Panels that stand open; `null` where the reader's own choice stands. */
  open: readonly Panel[] | null;
  /** What the index of the cases is filtered by; `null` for nothing. */
  find: string | null;
  /** What a link takes away, so that a class looks at one thing. */
  hide: readonly Hideable[];
  /** Whether Train shows nothing but the sentence, the picture and the row. */
  full: boolean;
  /** Whether Train shows why cells are empty, in the place of the step. */
  empty: boolean;
  /** Which page of Compare is shown. */
  show: ComparePage;
  /** The two joins that Compare puts one above the other. */
  above: VariantName;
  below: VariantName;
  /** The cells of Compare whose rows are listed, as `formatBehind` writes them; `null` for none. */
  behind: string | null;
  /** Whether the smallest example of the two joins is shown. */
  smallest: boolean;
  /** What the model of Compare predicts: a column of the spine; `null` for the view's label. */
  label: string | null;
  /** The features that it learns from, as `formatNames` writes them; `null` for all. */
  features: string | null;
  /** How many rolling origins it is tried on, and the seed of what is drawn at random. */
  folds: number;
  seed: number;
  /** The knobs of the data that Compare makes, as `formatKnobs` writes them; `null` where they stand as they come. */
  knobs: string | null;
  /** The lesson that Learn shows; `null` for their list. */
  lesson: LessonName | null;
  /** Its part, by its name in the lesson; `null` for where the reader is. */
  part: string | null;
  as: LessonForm;
  /** A lesson that somebody else has made, by the name under which this browser keeps it; `null` for none. */
  own: string | null;
  /** In what a reader writes the join, and how far up the ladder. */
  language: Language;
  rung: Rung;
  screen: PresentScreen;
  /** The plan that is presented: one that the app brings or this browser keeps, by its name, or one that the link carries, packed; `null` for none. */
  plan: string | null;
  /** The place in the plan: its step, and the press within it, both from 1. */
  step: number;
  press: number;
  /** The number of the card that a phone shows; `null` where it is still to be typed. */
  card: number | null;
  /** The paper of a worksheet; how many rows are asked on it, from 1; and whether its key is printed. */
  paper: Paper;
  rows: number;
  key: KeyPrinted;
  /** Whether the one timeline that the link names is shown alone, for a frame in somebody's own page. */
  embed: boolean;
  /** The term that the glossary opens at; `null` for its beginning. */
  term: string | null;
  /** Chosen by link, over the system's; `null` where the reader's own choice stands. */
  theme: Theme | null;
  /** Likewise: how large it is written. */
  size: Size | null;
}
