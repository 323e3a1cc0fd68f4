/** One part of a lesson, what is on the screen at once, as it is read from Markdown: a fixed set of blocks, and nothing that could be executed. */
export interface PartText {
  /** Where it is listed. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | Directive;

/** The directives that there are, a block each, with what each can be given. */
export const DIRECTIVES = {
  timeline: [
    ...["scenario", "row", "join", "phase", "steps", "answers", "variant"],
    ...["drag", "flip", "windows", "cutoff", "add", "together", "quiet", "phases"],
  ],
  predict: ["question", "variant"],
  fill: ["scenario", "many"],
  check: ["question", "variant", "task"],
  score: ["of", "scenario", "many", "filled"],
  order: ["scenario", "answers", "variant"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type DirectiveName = keyof typeof DIRECTIVES;

/** `::timeline{scenario=main steps}`: a living part, with what it is given. An attribute without a value is `""`. */
export interface Directive {
  readonly kind: "directive";
  readonly name: DirectiveName;
  /** What stands in brackets: the words of a question. */
  readonly label: readonly Inline[];
  readonly attributes: Readonly<Record<string, string>>;
}

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly inlines: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  /** `#/…` leads into the app; anything else is the whole address of a page, `http:` or `https:`. */
  | { readonly kind: "link"; readonly href: string; readonly inlines: readonly Inline[] }
  /** `:term[spine]`: a word of the glossary; where it is called otherwise there, `:term[the spine]{of=spine}`. */
  | { readonly kind: "term"; readonly term: string; readonly inlines: readonly Inline[] }
  | Fact;

/**
 * What a text can say of a scenario, each computed from it, with what each can be given. `scenario` can be left out where
 * the text speaks of an answer: then it is the question's. `row` is a spine row's number for `moment`, `entity` and
 * `count`, else a row's of the join's group; `of=yours` and `of=right` are the row that was answered and the right one, `of=asked` the row whose deciding step is asked for.
 */
export const FACTS = {
  /** When a spine row stands. `as`: `near` (the day only where it differs), `clock`, `day`, `weekday`, `full`. */
  moment: ["scenario", "row", "as"],
  /** When a row happened. */
  time: ["scenario", "join", "row", "of", "as"],
  /** When it could first be used, by its group's own clock and delay. */
  known: ["scenario", "join", "row", "of", "as"],
  /** What it says in a column; without one, in the first that the join writes. `of=spine` is a spine row's. */
  value: ["scenario", "join", "row", "of", "column"],
  /** How far it lies from spine row `of`, before or after; with `from=known`, from when it was known. */
  age: ["scenario", "join", "row", "of", "from"],
  /** How long after it happened it was known. */
  lag: ["scenario", "join", "row", "of"],
  /**
   * How many candidates a spine row has (`of=rows`), or those of one verdict; or all spine rows (`spine`), entities, rows of
   * the join's group (`group`), joins; or rows of the training table, joined by a `variant` (`table`).
   */
  count: ["scenario", "join", "row", "of", "variant"],
  ttl: ["scenario", "join"],
  delay: ["scenario", "join"],
  /** Whom a spine row is about: `driver Mia`; with `as=key`, `Mia`. */
  entity: ["scenario", "row", "as"],
  /** The right answer to a question, as it stands. */
  answer: ["question"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FactName = keyof typeof FACTS;

/** `:time{join=0 row=2}`: something computed from a scenario. See {@link FACTS}. */
export interface Fact {
  readonly kind: "fact";
  readonly name: FactName;
  readonly attributes: Readonly<Record<string, string>>;
}
