import type { CsvQuestion } from "../../formats/csv/csv-draft";
import type { CsvColumn, CsvPlan } from "../../formats/csv/csv-plan";
import type { GroupSummary } from "../../worker/answers";
import { shownValue } from "../answer";
import { store } from "../store-connection";
import { followPlan } from "./follow-plan";
import { planLike } from "./import-target";
import { changeContent, changeDraft, draftById, type GroupTexts, type ImportDraft } from "./imports-store";

/** Corrects how one column is read. Its question, if it has one, counts as answered once its way of reading is said. */
export function correctColumn(id: string, name: string, change: Partial<CsvColumn>): void {
  changeColumn(id, name, change);
  if ("type" in change || "time" in change || "number" in change) {
    changeContent(id, (content) => ({ ...content, answered: [...content.answered, name] }));
  }
}

/** Takes one of a question's choices. */
export function answerQuestion(
  id: string,
  question: CsvQuestion,
  choice: CsvQuestion["choices"][number],
): void {
  const name = draftById(id)?.content?.plan.columns[question.column]?.name;
  if (name !== undefined) correctColumn(id, name, choice.change);
}

/** Says which columns are the key and the times. A time that was read as something else is read as a timestamp from now on. */
export async function correctRoles(id: string, roles: ImportDraft["corrections"]["roles"]): Promise<void> {
  changeDraft(id, ({ corrections, ...draft }) => ({
    ...draft,
    corrections: { ...corrections, roles: { ...corrections.roles, ...roles } },
  }));
  changePlan(id, (plan) => ({ ...plan, ...roles }));
  for (const name of [roles.eventTime, roles.createdTime]) {
    if (name != null) await readAsTime(id, name);
  }
}

/** The zone of the times that are written without one. */
export function correctZone(id: string, zone: string): void {
  changeDraft(id, (draft) => ({ ...draft, overrides: { ...draft.overrides, zone } }));
  changePlan(id, (plan) => ({ ...plan, zone }));
}

/** Whether a blank cell in quotes is null. */
export function correctQuotedBlank(id: string, quotedBlankIsNull: boolean): void {
  changeDraft(id, (draft) => ({ ...draft, overrides: { ...draft.overrides, quotedBlankIsNull } }));
  changePlan(id, (plan) => ({ ...plan, quotedBlankIsNull }));
}

/** The group's name, time to live or delay, as typed. */
export function correctGroup(id: string, texts: Partial<GroupTexts>): void {
  changeDraft(id, (draft) => ({ ...draft, group: { ...draft.group, ...texts } }));
}

/** Reads the file as a stored group is declared, where it has all of the group's columns. */
export function readLike(id: string, group: GroupSummary): void {
  changePlan(id, (plan) => planLike(plan, group) ?? plan);
}

async function readAsTime(id: string, name: string): Promise<void> {
  const draft = draftById(id);
  const at = draft?.content?.plan.columns.findIndex((one) => one.name === name) ?? -1;
  const column = draft?.content?.plan.columns[at];
  if (draft?.content == null || column === undefined || column.type === "timestamp") return;
  const { time, question } = await store().fitTimes(draft.file, draft.content.plan, name);
  changeColumn(id, name, { type: "timestamp", time, included: true });
  if (question === null) return;
  changeContent(id, (content) => ({
    ...content,
    sniffed: {
      ...content.sniffed,
      questions: [
        ...content.sniffed.questions.filter((other) => other.column !== at),
        { column: at, ...question },
      ],
    },
  }));
}

function changeColumn(id: string, name: string, change: Partial<CsvColumn>): void {
  changeDraft(id, ({ corrections, ...draft }) => ({
    ...draft,
    corrections: {
      ...corrections,
      columns: new Map(corrections.columns).set(name, { ...corrections.columns.get(name), ...change }),
    },
  }));
  changePlan(id, (plan) => ({
    ...plan,
    columns: plan.columns.map((column) => (column.name === name ? { ...column, ...change } : column)),
  }));
}

function changePlan(id: string, change: (plan: CsvPlan) => CsvPlan): void {
  changeContent(id, (content) => {
    const plan = change(content.plan);
    // What was counted is of the plan before: it may still be shown, marked as such, until the new count is there.
    return {
      ...content,
      plan,
      check: { status: "waiting", forInputs: plan, last: shownValue(content.check) },
    };
  });
  followPlan(id);
}
