import { type ColumnLoss, lossId } from "../../formats/csv/column-loss";
import type { Choice, CsvQuestion } from "../../formats/csv/csv-draft";
import {
  type CsvColumn,
  type CsvPlan,
  changedPlan,
  type MadeColumn,
  type PlanChange,
} from "../../formats/csv/csv-plan";
import type { GroupSummary } from "../../worker/results";
import type { App } from "../app";
import { storeOf } from "../connection";
import { tellFailure } from "../tell-failure";
import { answeredByGroup } from "./answered-by-group";
import { followPlan } from "./follow-plan";
import { freeName, planLike } from "./import-target";
import { changeContent, changeDraft, draftById, type GroupTexts } from "./imports-store";

/** Changes a draft's plan. The change is kept, to be made again when the file is read in another way. */
export function correctPlan(app: App, id: string, change: PlanChange): void {
  changeDraft(app, id, (draft) => ({ ...draft, corrections: [...draft.corrections, change] }));
  changePlan(app, id, (plan) => changedPlan(plan, change));
}

/** Corrects how one column is read. Its questions, if it has any, count as answered once its way of reading is said. */
export function correctColumn(app: App, id: string, name: string, change: Partial<CsvColumn>): void {
  if ("type" in change || "time" in change || "number" in change) {
    changeContent(app, id, (content) => {
      const about = content.sniffed.questions.filter(
        ({ columns }) => columns.length === 1 && columns[0] === name,
      );
      return { ...content, answered: [...content.answered, ...about.map((question) => question.id)] };
    });
  }
  correctPlan(app, id, { columns: { [name]: change } });
}

/** Takes one of a question's choices. */
export function answerQuestion(app: App, id: string, question: CsvQuestion, choice: Choice): void {
  changeContent(app, id, (content) => ({ ...content, answered: [...content.answered, question.id] }));
  correctPlan(app, id, choice.change);
}

/** Says that what a column loses may be lost. */
export function acceptLoss(app: App, id: string, loss: ColumnLoss): void {
  changeContent(app, id, (content) => ({
    ...content,
    acceptedLosses: [...content.acceptedLosses, lossId(loss)],
  }));
}

/** Says which columns are the key and the times. A time that was read as something else is read as a timestamp from now on. */
export async function correctRoles(
  app: App,
  id: string,
  roles: Partial<Pick<CsvPlan, "key" | "eventTime" | "createdTime">>,
): Promise<void> {
  correctPlan(app, id, roles);
  for (const name of [roles.eventTime, roles.createdTime]) {
    if (name == null) continue;
    const reading = readAsTime(app, id, name);
    tellFailure(app, reading, `“${name}” could not be read as a time: set its type in the table.`);
    await reading.catch(() => undefined);
  }
}

/** Makes a column, or makes the one of that name anew. */
export function makeColumn(app: App, id: string, made: MadeColumn): void {
  const others = draftById(app, id)?.content?.plan.made.filter(({ name }) => name !== made.name) ?? [];
  correctPlan(app, id, { made: [...others, made] });
}

/** Takes a made column away, and out of the key and the times. */
export function removeMade(app: App, id: string, name: string): void {
  const plan = draftById(app, id)?.content?.plan;
  const removed = plan?.made.find((made) => made.name === name);
  if (plan === undefined || removed === undefined) return;
  // What it was made of was left out for its sake, and the day is the time that remains.
  const parts = removed.kind === "date_and_time" ? [removed.date, removed.timeOfDay] : [];
  const [day = null] = parts;
  correctPlan(app, id, {
    made: plan.made.filter((made) => made !== removed),
    key: plan.key.filter((column) => column !== name),
    columns: Object.fromEntries(parts.map((part) => [part, { included: true }])),
    ...(plan.eventTime === name && { eventTime: day }),
    ...(plan.createdTime === name && { createdTime: day }),
  });
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

/** Changes a draft's plan and gives it a group of its own: the one that it was meant for does not fit the change. */
export function correctAsNewGroup(app: App, id: string, change: PlanChange): void {
  const draft = draftById(app, id);
  if (draft === undefined) return;
  const taken = new Set(app.state.getState().overview?.groups.map(({ definition }) => definition.name));
  correctGroup(app, id, { name: freeName(draft.group.name.trim(), taken) });
  correctPlan(app, id, change);
}

/** Reads the file as a stored group is declared, where it has all of the group's columns; the group answers what it can. */
export function readLike(app: App, id: string, group: GroupSummary): void {
  const content = draftById(app, id)?.content;
  if (content == null) return;
  const { questions, answered, changes } = answeredByGroup(content.sniffed.questions, group);
  const like = planLike(changes.reduce(changedPlan, content.plan), group);
  if (like === null) return;
  changeContent(app, id, (now) => ({
    ...now,
    sniffed: { ...now.sniffed, questions },
    answered: [...new Set([...now.answered, ...answered])],
  }));
  changePlan(app, id, () => like);
}

async function readAsTime(app: App, id: string, name: string): Promise<void> {
  const draft = draftById(app, id);
  const column = draft?.content?.plan.columns.find((one) => one.name === name);
  if (draft?.content == null || column === undefined || column.type === "timestamp") return;
  await fitTime(app, id, name);
}

/** Reads a column as times, in the way that reads most of it. */
export async function fitTime(app: App, id: string, name: string): Promise<void> {
  const draft = draftById(app, id);
  if (draft?.content == null) return;
  const { time, question } = await storeOf(app).fitTimes(draft.file, draft.content.plan, name);
  correctPlan(app, id, { columns: { [name]: { type: "timestamp", time, included: true } } });
  if (question === null) return;
  changeContent(app, id, (content) => ({
    ...content,
    sniffed: {
      ...content.sniffed,
      questions: [...content.sniffed.questions.filter((other) => other.id !== question.id), question],
    },
  }));
}

function changePlan(app: App, id: string, change: (plan: CsvPlan) => CsvPlan): void {
  // What was counted is of the plan before: it may still be shown, marked as such, until the new count is there.
  changeContent(app, id, (content) => ({ ...content, plan: change(content.plan) }));
  followPlan(app, id);
}
