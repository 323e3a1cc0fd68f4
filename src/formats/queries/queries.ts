import { duckdbSql } from "./duckdb-sql";
import { microfsPython, unsupported } from "./microfs-python";
import { microfsTypescript } from "./microfs-typescript";
import { pandasQuery } from "./pandas";
import { type QueryInput, queryPlan } from "./query-plan";

export const QUERY_LANGUAGES = ["python", "typescript", "pandas", "duckdb"] as const;
export type QueryLanguage = (typeof QUERY_LANGUAGES)[number];

/** A view said in another language. */
export interface Query {
  /** Runs as it is, beside `files`. */
  text: string;
  /** What it means otherwise than microFS does, in one sentence. */
  differs: string;
  /** The files it reads: a group's rows, in the order of insertion. */
  files: readonly { fgName: string; name: string; format: "csv" | "arrow" }[];
}

/**
 * Writes a view in a language.
 *
 * @throws RangeError where the input lacks a group or a rule of the view.
 */
export function writeQuery(language: QueryLanguage, input: QueryInput): Query {
  const { write, differs } = LANGUAGES[language];
  const format = language === "typescript" ? "arrow" : "csv";
  const files = queryPlan(input).groups.map(({ name, stem }) => ({
    fgName: name,
    name: `${stem}.${format}`,
    format: format as "csv" | "arrow",
  }));
  return { text: write(input), differs: differs(input), files };
}

interface Language {
  write: (input: QueryInput) => string;
  differs: (input: QueryInput) => string;
}

const LANGUAGES: Readonly<Record<QueryLanguage, Language>> = {
  python: { write: microfsPython, differs: differsInPython },
  typescript: {
    write: microfsTypescript,
    differs: () => "Nothing differs: these are the verbs that this page runs.",
  },
  pandas: {
    write: pandasQuery,
    differs: () =>
      "The same rows and cells, except that pandas reads an empty text and a NaN as null, and before pandas 2 knows no time outside the years 1678 to 2262.",
  },
  duckdb: {
    write: duckdbSql,
    differs: () => "The same rows and cells, in the same order; times are plain timestamps, in UTC.",
  },
};

function differsInPython(input: QueryInput): string {
  const rest =
    "which of two rows of one moment it takes is left open, and null keys match each other, as in pandas.";
  const count = unsupported(queryPlan(input)).length;
  if (count === 0) return `It says all of this view, but ${rest}`;
  return `It cannot say ${count === 1 ? "one thing" : `${count} things`} of this view, listed in its comments; ${rest}`;
}
