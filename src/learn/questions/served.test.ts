import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { FeatureStore } from "../../microfs";
import type { Edit } from "../../scenario/edits/edit";
import { insertableRows } from "../../scenario/inline-value";
import type { InlineRow, Scenario } from "../../scenario/scenario";
import { loadLesson } from "../load-lesson";
import { ask, lessonScenario, variantCount, variantEdits } from "./ask";
import { servedAnswer, servedRow, servedRun } from "./served";

const { lesson: LESSON } = await loadLesson("two-stores");
const QUESTIONS = Object.entries(LESSON.questions).filter(([, { kind }]) => kind === "served");

const CASES = QUESTIONS.flatMap(([name, question]) =>
  Array.from({ length: variantCount(question) }, (_, variant) => ({ name, variant })),
);

test.each(CASES)("$name $variant: the real store serves what the question calls right", async (asked) => {
  const question = LESSON.questions[asked.name];
  if (question === undefined) throw new RangeError(asked.name);
  const edits = variantEdits(question, asked.variant);
  const scenario = lessonScenario(LESSON, question.scenario);
  const served = await serveByStore(withRows(scenario, edits));
  const { right, slice } = ask(LESSON, asked.name, asked.variant);
  const join = slice.joins[0];
  const position = right === "none" ? -1 : (join?.rows.indexOf(Number(right.slice("row:".length))) ?? -1);
  const asAnswered = position === -1 ? null : (join?.eventTimesUs[position] ?? null);
  expect(served.status === "found" ? served.eventTime : null).toBe(asAnswered);
  const { row, join: number } = question;
  expect(servedRow({ scenario, edits, row, join: number }).status).toBe(served.status);
});

test.each(CASES)("$name $variant: after each action the real store holds what is drawn", async (asked) => {
  const question = LESSON.questions[asked.name];
  if (question === undefined) throw new RangeError(asked.name);
  const { row, join } = question;
  const { scenario } = ask(LESSON, asked.name, asked.variant);
  const { done } = servedRun({ scenario, edits: [], row, join });
  const { actions = [] } = scenario;
  const lookUp = actions.findLast(({ kind }) => kind === "lookUp");
  expect(done).toHaveLength(actions.length);
  for (let count = 1; count <= actions.length; count++) {
    const before = actions.slice(0, count).filter(({ kind }) => kind !== "lookUp");
    const actual = await serveByStore({
      ...scenario,
      actions: lookUp === undefined ? before : [...before, lookUp],
    });
    expect([count, done[count - 1]?.onlineUs]).toEqual([count, actual.eventTime]);
  }
});

test("what is trained at the look-up's moment is the last reading before it, whenever it was written", () => {
  const { scenario } = ask(LESSON, "first", 0);
  const { done, trained } = servedRun({ scenario, edits: [], row: 0, join: 0 });
  const us = (clock: string) => BigInt(Date.parse(`2026-06-11T${clock}:00Z`)) * 1000n;
  expect(done.map(({ historyUs }) => historyUs)).toEqual([
    [us("08:00"), us("09:00")],
    [us("08:00"), us("09:00"), us("10:00")],
    [us("08:00"), us("09:00"), us("10:00")],
  ]);
  expect(done.at(-1)?.lookedUp).toEqual({ status: "found", eventTimeUs: us("09:00") });
  expect(trained).toEqual({ tUs: us("10:30"), eventTimeUs: us("10:00"), reason: "chosen" });
});

test.each(CASES)("$name $variant: each wrong option stands for a belief, the right one for none", (asked) => {
  const { options, right, beliefs } = ask(LESSON, asked.name, asked.variant);
  expect([...beliefs.keys()].sort()).toEqual(
    options
      .map(({ id }) => id)
      .filter((id) => id !== right)
      .sort(),
  );
});

test.each([
  ["first", 0, "row:1", { "row:0": "older_online", "row:2": "online_follows", none: "nothing_online" }],
  ["first", 1, "row:0", { "row:1": "older_online", "row:2": "online_follows", none: "nothing_online" }],
  [
    "batch",
    0,
    "row:1",
    { "row:0": "older_online", "row:2": "older_online", "row:3": "last_written", none: "nothing_online" },
  ],
  [
    "batch",
    1,
    "row:0",
    { "row:1": "older_online", "row:2": "older_online", "row:3": "last_written", none: "nothing_online" },
  ],
  ["back", 0, "none", { "row:0": "online_history", "row:1": "online_ahead", "row:2": "online_ahead" }],
  ["expired", 0, "none", { "row:0": "online_history", "row:1": "online_history", "row:2": "any_age" }],
  ["expired", 1, "row:2", { "row:0": "older_online", "row:1": "older_online", none: "nothing_online" }],
])("%s %i is %s", (name, variant, right, beliefs) => {
  const asked = ask(LESSON, name, variant);
  expect(asked.right).toBe(right);
  expect(Object.fromEntries(asked.beliefs)).toEqual(beliefs);
});

test("a row that came after all materializing stands for online following the history, whenever it was written", () => {
  const { scenario, slice } = ask(LESSON, "batch", 0);
  const { actions = [] } = scenario;
  const beliefsOf = (isRunLast: boolean) => {
    const runs = actions.filter(({ kind }) => kind === "materialize").slice(0, 1);
    const writes = actions.filter(({ kind }) => kind === "write");
    const lookUps = actions.filter(({ kind }) => kind === "lookUp");
    const ordered = isRunLast ? [...writes, ...runs, ...lookUps] : [...runs, ...writes, ...lookUps];
    const of = { scenario: { ...scenario, actions: ordered }, edits: [], row: 0, join: 0 };
    return servedAnswer(slice, of).beliefs;
  };
  expect(beliefsOf(true).get("row:3")).toBe("last_written");
  expect(beliefsOf(false).get("row:3")).toBe("online_follows");
});

test("in every variant a batch's last row is not the latest by time: else the question would ask nothing", () => {
  for (let variant = 0; variant < variantCount(LESSON.questions.batch ?? { variants: [] }); variant++) {
    const { beliefs } = ask(LESSON, "batch", variant);
    expect([variant, [...beliefs.values()]]).toEqual([variant, expect.arrayContaining(["last_written"])]);
  }
});

test("what is looked up at no moment is asked of nobody", () => {
  const { actions: _, ...scenario } = lessonScenario(LESSON, "late");
  expect(() => servedRow({ scenario, edits: [], row: 0, join: 0 })).toThrow(RangeError);
});

/** The same rows, written with what `set` edits make of them: numbers go on from the group's rows to those of its writes. */
function withRows(scenario: Scenario, edits: readonly Edit[]): Scenario {
  const copy = structuredClone(scenario) as unknown as {
    groups: { definition: { name: string }; rows: { rows: InlineRow[] } }[];
    actions: { kind: string; group: string; rows: InlineRow[] }[];
  };
  for (const edit of edits) {
    if (edit.kind !== "set") throw new RangeError(`an edit of another kind: ${edit.kind}`);
    const group = copy.groups.find(({ definition }) => definition.name === edit.group);
    const writes = copy.actions.filter(({ kind, group: of }) => kind === "write" && of === edit.group);
    const rows = [...(group?.rows.rows ?? []), ...writes.flatMap((write) => write.rows)];
    Object.assign(rows[edit.row] ?? {}, edit.values);
  }
  return copy as unknown as Scenario;
}

let opened = 0;

/** By the verbs of the store alone, one action after another. */
async function serveByStore({ groups, view, actions = [] }: Scenario) {
  const store = await FeatureStore.open({ name: `served ${opened++}` });
  for (const { definition, rows } of groups) {
    await store.createFeatureGroup(definition);
    if (rows.kind === "inline")
      await store.insert(definition.name, insertableRows(rows.rows, definition.schema));
  }
  await store.createFeatureView(view);
  let served: { status: string; eventTime: bigint | null } = { status: "", eventTime: null };
  for (const action of actions) {
    if (action.kind === "materialize") await store.materialize(action.group);
    if (action.kind === "write") {
      const { schema } = groups.find(({ definition }) => definition.name === action.group)?.definition ?? {};
      await store.insert(action.group, insertableRows(action.rows, schema ?? {}));
    }
    if (action.kind === "lookUp") {
      const found = await store.getOnlineFeatures(view.name, action.entity, { now: action.now });
      served = found.joins[0] ?? served;
    }
  }
  store.close();
  return served;
}
