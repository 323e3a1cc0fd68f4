import type { CsvQuestion } from "../../formats/csv/csv-draft";
import type { CsvColumn, CsvPlan } from "../../formats/csv/csv-plan";
import type { GroupSummary } from "../../worker/results";
import type { App } from "../app";
import { storeOf } from "../connection";
import { latestData } from "../query";
import { tellFailure } from "../tell-failure";
import { followPlan } from "./follow-plan";
import { planLike } from "./import-target";
import { changeContent, changeDraft, draftById, type GroupTexts, type ImportDraft } from "./imports-store";

/** Corrects how one column is read. Its question, if it has one, counts as answered once its way of reading is said. */
export function correctColumn(app: App, id: string, name: string, change: Partial<CsvColumn>): void {
  changeColumn(app, id, name, change);
  if ("type" in change || "time" in change || "number" in change) {
    changeContent(app, id, (content) => ({ ...content, answered: [...content.answered, name] }));
  }
}

/** Takes one of a question's choices. */
export function answerQuestion(
  app: App,
  id: string,
  question: CsvQuestion,
  choice: CsvQuestion["choices"][number],
): void {
  const name = draftById(app, id)?.content?.plan.columns[question.column]?.name;
  if (name !== undefined) correctColumn(app, id, name, choice.change);
}

/** Says which columns are the key and the times. A time that was read as something else is read as a timestamp from now on. */
export async function correctRoles(
  app: App,
  id: string,
  roles: ImportDraft["corrections"]["roles"],
): Promise<void> {
  changeDraft(app, id, ({ corrections, ...draft }) => ({
    ...draft,
    corrections: { ...corrections, roles: { ...corrections.roles, ...roles } },
  }));
  changePlan(app, id, (plan) => ({ ...plan, ...roles }));
  for (const name of [roles.eventTime, roles.createdTime]) {
    if (name == null) continue;
    const reading = readAsTime(app, id, name);
    tellFailure(app, reading, `“${name}” could not be read as a time: set its type in the table.`);
    await reading.catch(() => undefined);
  }
}

/** The zone of the times that are written without one. */
export function correctZone(app: App, id: string, zone: string): void {
  changeDraft(app, id, (draft) => ({ ...draft, overrides: { ...draft.overrides, zone } }));
  changePlan(app, id, (plan) => ({ ...plan, zone }));
}

/** Whether a blank cell in quotes is null. */
export function correctQuotedBlank(app: App, id: string, quotedBlankIsNull: boolean): void {
  changeDraft(app, id, (draft) => ({ ...draft, overrides: { ...draft.overrides, quotedBlankIsNull } }));
  changePlan(app, id, (plan) => ({ ...plan, quotedBlankIsNull }));
}

/** The group's name, time to live or delay, as typed. */
export function correctGroup(app: App, id: string, texts: Partial<GroupTexts>): void {
  changeDraft(app, id, (draft) => ({ ...draft, group: { ...draft.group, ...texts } }));
}

/** Reads the file as a stored group is declared, where it has all of the group's columns. */
export function readLike(app: App, id: string, group: GroupSummary): void {
  changePlan(app, id, (plan) => planLike(plan, group) ?? plan);
}

async function readAsTime(app: App, id: string, name: string): Promise<void> {
  const draft = draftById(app, id);
  const at = draft?.content?.plan.columns.findIndex((one) => one.name === name) ?? -1;
  const column = draft?.content?.plan.columns[at];
  if (draft?.content == null || column === undefined || column.type === "timestamp") return;
  const { time, question } = await storeOf(app).fitTimes(draft.file, draft.content.plan, name);
  changeColumn(app, id, name, { type: "timestamp", time, included: true });
  if (question === null) return;
  changeContent(app, id, (content) => ({
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

function changeColumn(app: App, id: string, name: string, change: Partial<CsvColumn>): void {
  changeDraft(app, id, ({ corrections, ...draft }) => ({
    ...draft,
    corrections: {
      ...corrections,
      columns: new Map(corrections.columns).set(name, { ...corrections.columns.get(name), ...change }),
    },
  }));
  changePlan(app, id, (plan) => ({
    ...plan,
    columns: plan.columns.map((column) => (column.name === name ? { ...column, ...change } : column)),
  }));
}

function changePlan(app: App, id: string, change: (plan: CsvPlan) => CsvPlan): void {
  changeContent(app, id, (content) => {
    const plan = change(content.plan);
    // What was counted is of the plan before: it may still be shown, marked as such, until the new count is there.
    return {
      ...content,
      plan,
      check: { status: "fetching", key: plan, latest: latestData(content.check) },
    };
  });
  followPlan(app, id);
}
