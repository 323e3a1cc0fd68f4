import type { Choice, CsvQuestion } from "../../formats/csv/csv-draft";
import type { CsvType, PlanChange } from "../../formats/csv/csv-plan";
import type { GroupSummary } from "../../worker/results";

/** A file's questions as they stand once it is meant for a group, and what the group says to some of them. */
export interface GroupAnswers {
  questions: CsvQuestion[];
  /** The ids of those that the group answers; they are still shown, so that the answer can be changed. */
  answered: string[];
  /** The answers, to be laid over the plan one after another. */
  changes: PlanChange[];
}

/**
 * What a stored group says to the questions about a file that is read as the group is. Where a column is whole numbers there,
 * 1.250 is 1250; where it has decimals there, either may be meant, and is read as decimals. Its key and its times are not asked
 * about, nor how a column is written that is text there.
 */
export function answeredByGroup(questions: readonly CsvQuestion[], group: GroupSummary): GroupAnswers {
  const types = new Map(group.columns.map(({ name, type }) => [name, type]));
  const found: GroupAnswers = { questions: [], answered: [], changes: [] };
  for (const question of questions) {
    const columns = question.columns.filter((name) => {
      const type = types.get(name);
      const offered = question.choices.map(({ change }) => change.columns?.[name]?.type);
      return type !== undefined && offered.includes(type);
    });
    if (columns.length === 0) continue;
    const choices = question.choices.map((choice) => choiceFor(choice, columns, types));
    found.questions.push({ ...question, columns, choices });
    const [fitting, ...more] = choices.filter(({ change }) =>
      columns.every((name) => change.columns?.[name]?.type === types.get(name)),
    );
    if (fitting === undefined || more.length > 0) continue;
    found.answered.push(question.id);
    found.changes.push(fitting.change);
  }
  return found;
}

/** The choice for those columns alone; whole numbers are decimals where the group has decimals. */
function choiceFor(
  { label, change }: Choice,
  columns: readonly string[],
  types: ReadonlyMap<string, CsvType>,
): Choice {
  const changes = columns.map((name) => {
    const column = change.columns?.[name] ?? {};
    const isWhole = column.type === "int64" && types.get(name) === "float64";
    return [name, isWhole ? { ...column, type: "float64" as const } : column] as const;
  });
  return { label, change: { ...change, columns: Object.fromEntries(changes) } };
}
