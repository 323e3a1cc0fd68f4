import type { Language } from "../../../terms/languages";

/** What somebody who writes the join in a language is told, and begins with. */
export interface WrittenLanguage {
  /** What is given and what is wanted, in sentences; names of code stand between backticks. */
  readonly given: readonly string[];
  /** What stands in the editor at first: it runs, and takes nothing. */
  readonly skeleton: string;
  /** What a file of it is called. */
  readonly fileName: string;
}

const TIMES = "Times are whole microseconds.";
const ORDER = "Later rows were created later: of two that happened at the same moment, the last one counts.";

export const WRITTEN_LANGUAGES: Readonly<Record<Language, WrittenLanguage>> = {
  sql: {
    given: [
      `One query, for one entity. There are the tables \`predictions\` (\`row\`, \`at\`), \`events\` (\`row\`, \`event_time\`, \`known_at\`) and \`settings\`, whose one row says the \`ttl\`, or NULL for no limit. ${TIMES}`,
      `Give two columns: a prediction’s row, and the row of the event that it takes, or NULL. ${ORDER}`,
    ],
    skeleton: `SELECT p.row, NULL
FROM predictions p
`,
    fileName: "join.sql",
  },
  python: {
    given: [
      `One function, called once for each entity. \`predictions\`, \`event_times\` and \`known_at\` are lists of \`int\`; \`ttl\` is an \`int\`, or \`None\` for no limit. ${TIMES}`,
      `Return a list with one entry for each prediction: the number of the row that it takes, counted from 0, or \`None\`. ${ORDER}`,
    ],
    skeleton: `def join(predictions, event_times, known_at, ttl):
    rows = []
    for at in predictions:
        rows.append(None)
    return rows
`,
    fileName: "join.py",
  },
  typescript: {
    given: [
      `One function, called once for each entity. All times are \`bigint\`; \`ttl\` is \`null\` where there is no limit. ${TIMES}`,
      `Return an array with one entry for each prediction: the number of the row that it takes, counted from 0, or \`null\`. ${ORDER}`,
    ],
    skeleton: `function join(
  predictions: bigint[],
  eventTimes: bigint[],
  knownAt: bigint[],
  ttl: bigint | null,
): (number | null)[] {
  return predictions.map((at) => {
    return null;
  });
}
`,
    fileName: "join.ts",
  },
};
