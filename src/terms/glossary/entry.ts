import type { TermPicture } from "./picture";

/** The systems whose names for things are given. */
export const SYSTEMS = ["feast", "databricks", "hopsworks", "pandas"] as const;
export type System = (typeof SYSTEMS)[number];

export const SYSTEM_NAMES: Readonly<Record<System, string>> = {
  feast: "Feast",
  databricks: "Databricks",
  hopsworks: "Hopsworks",
  pandas: "pandas",
};

/** What other systems call a thing, or do instead. Names of code stand between backticks; nothing is said of what is not certain. */
export type Elsewhere = Partial<Readonly<Record<System, string>>>;

/** A term of the field, and what is meant by it here. */
export interface GlossaryEntry {
  /** Names it in links: the term itself, unless that is another entry's. */
  readonly id: string;
  readonly term: string;
  /** Other words for the same. */
  readonly also?: readonly string[];
  readonly text: string;
  readonly picture: TermPicture | null;
  readonly elsewhere?: Elsewhere;
}
