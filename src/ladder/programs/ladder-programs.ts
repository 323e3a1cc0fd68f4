import type { Language } from "../../terms/languages";
import type { LadderProgram } from "./program";
import { PYTHON_PROGRAM } from "./python-program";
import { SQL_PROGRAM } from "./sql-program";
import { TYPESCRIPT_PROGRAM } from "./typescript-program";

/** The same join in every language. */
export const LADDER_PROGRAMS: Readonly<Record<Language, LadderProgram>> = {
  sql: SQL_PROGRAM,
  python: PYTHON_PROGRAM,
  typescript: TYPESCRIPT_PROGRAM,
};
