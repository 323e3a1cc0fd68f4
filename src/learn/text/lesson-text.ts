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

/** The directives that there are, a block each. */
export const DIRECTIVES = ["timeline", "predict", "fill", "check", "score", "order"] as const;
export type DirectiveName = (typeof DIRECTIVES)[number];

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
  | { readonly kind: "link"; readonly href: string; readonly inlines: readonly Inline[] }
  /** `:term[spine]`: a word of the glossary; where it is called otherwise there, `:term[the spine]{of=spine}`. */
  | { readonly kind: "term"; readonly term: string; readonly inlines: readonly Inline[] }
  | Fact;

/** What a text can say of a scenario, each computed from it. */
export const FACTS = [
  "moment",
  "time",
  "known",
  "value",
  "age",
  "count",
  "ttl",
  "delay",
  "entity",
  "answer",
] as const;
export type FactName = (typeof FACTS)[number];

/** `:time{join=0 row=2}`: something computed from a scenario. What it can be given is told at `factText`. */
export interface Fact {
  readonly kind: "fact";
  readonly name: FactName;
  readonly attributes: Readonly<Record<string, string>>;
}
