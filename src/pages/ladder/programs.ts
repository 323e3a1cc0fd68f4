import type { LadderProgram } from "../../ladder/programs/program";
import { SQL_PROGRAM } from "../../ladder/programs/sql-program";
import type { Language } from "../../terms/languages";

/** What the join is built of in each language. */
export const PROGRAMS: Readonly<Record<Language, LadderProgram>> = {
  sql: SQL_PROGRAM,
  python: SQL_PROGRAM,
  typescript: SQL_PROGRAM,
};
