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
const RIGHT =
  "Right is the last payment that had happened and was known by then, and is no older than the TTL. Later rows were created later: of two that happened at the same moment, the last one counts.";

export const WRITTEN_LANGUAGES: Readonly<Record<Language, WrittenLanguage>> = {
  sql: {
    given: [
      `One query, run once for each user: unlike the program of the rungs before, it needs no key. \`predictions\` (\`row\`, \`at\`) has the moments that are predicted for. \`events\` (\`row\`, \`event_time\`, \`known_at\`) has that user’s payments: when each happened, and when it became known. \`settings\` has one row with the \`ttl\`: how old a payment may be, or NULL for no limit. ${TIMES}`,
      `Give two columns: a prediction’s row, and the row of the event that it takes, or NULL. ${RIGHT}`,
    ],
    skeleton: `SELECT p.row, NULL
FROM predictions p
`,
    fileName: "join.sql",
  },
  python: {
    given: [
      `One function, called once for each user: unlike the program of the rungs before, it needs no key. \`predictions\` are the moments that are predicted for. The events are that user’s payments: \`event_times\` says when each happened, \`known_at\` when it became known. All three are lists of \`int\`. \`ttl\` says how old a payment may be, an \`int\`, or \`None\` for no limit. ${TIMES}`,
      `Return a list with one entry for each prediction: the number of the row that it takes, counted from 0, or \`None\`. ${RIGHT}`,
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
      `One function, called once for each user: unlike the program of the rungs before, it needs no key. \`predictions\` are the moments that are predicted for. The events are that user’s payments: \`eventTimes\` says when each happened, \`knownAt\` when it became known. \`ttl\` says how old a payment may be, or is \`null\` where there is no limit. ${TIMES}`,
      `Return an array with one entry for each prediction: the number of the row that it takes, counted from 0, or \`null\`. ${RIGHT}`,
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
