import { expect, test } from "vitest";
import type { App } from "../app";
import { eventually } from "../testing/eventually";
import { addText } from "./add-files";
import { acceptLoss, answerQuestion, correctGroup, correctPlan, readLike, removeMade } from "./correct-draft";
import { askedQuestions, draftById, openLosses } from "./imports-store";
import { storeDraft } from "./store-draft";
import { storingObstacle } from "./storing-obstacle";
import { checked, groupsOf, openEmpty, planOf } from "./testing/open-dropped";

const contentOf = (app: App, id: string) => {
  const content = draftById(app, id)?.content;
  if (content == null) throw new Error(`${id} was not read`);
  return content;
};

const typesOf = (app: App, id: string) => planOf(app, id)?.columns.map(({ type }) => type);

function obstacleOf(app: App, id: string) {
  const draft = draftById(app, id);
  const groups = app.state.getState().overview?.groups ?? [];
  return draft === undefined ? undefined : storingObstacle(contentOf(app, id), draft.group, groups);
}

/** An app with the first text stored as a group, and the second meant for it: as the draft `file-2`. */
async function openAdded(first: string, second: string) {
  const { app } = await openEmpty();
  addText(app, first, "months");
  await checked(app, "file-1");
  await storeDraft(app, "file-1");
  addText(app, second, "months");
  await checked(app, "file-2");
  return app;
}

test("a second month is read as the first was: whole numbers as decimals, codes without zeros as text", async () => {
  const app = await openAdded(
    "user_id,at,amount,zip\n1,2024-01-01,2.5,07307\n2,2024-01-02,3.25,10001\n",
    "user_id,at,amount,zip\n1,2024-02-01,3,10002\n2,2024-02-02,4,10003\n",
  );
  expect(typesOf(app, "file-2")).toEqual(["int64", "timestamp", "float64", "string"]);
  expect([obstacleOf(app, "file-2"), openLosses(contentOf(app, "file-2"))]).toEqual([null, []]);
  await storeDraft(app, "file-2");
  expect(groupsOf(app)).toEqual([["months", 4]]);
});

test("zeros that a group's whole numbers would lose are told before storing, and stored so only by a word", async () => {
  const app = await openAdded(
    "zip,at,n\n10001,2024-01-01,1\n10002,2024-01-02,2\n",
    "zip,at,n\n07307,2024-02-01,3\n10001,2024-02-02,4\n",
  );
  const losses = openLosses(contentOf(app, "file-2"));
  expect(losses).toMatchObject([
    {
      column: "zip",
      kind: "leading_zeros",
      cells: 1,
      examples: [{ line: 2, text: "07307", becomes: "7307" }],
    },
  ]);
  expect(obstacleOf(app, "file-2")).toBe("Say whether what “zip” loses may be lost.");
  await storeDraft(app, "file-2");
  expect(draftById(app, "file-2")?.step).toMatchObject({
    kind: "open",
    failure: {
      code: "unaccepted_loss",
      message: expect.stringMatching(/^In “zip”, 1 value begins with zeros/),
    },
  });
  expect(groupsOf(app)).toEqual([["months", 2]]);

  for (const loss of losses) acceptLoss(app, "file-2", loss);
  await storeDraft(app, "file-2");
  expect(groupsOf(app)).toEqual([["months", 4]]);
});

test("zeros that a group's whole numbers would lose can be kept as text, in a group of another name", async () => {
  const app = await openAdded("zip,at,n\n10001,2024-01-01,1\n", "zip,at,n\n07307,2024-02-01,3\n");
  const [loss] = openLosses(contentOf(app, "file-2"));
  correctPlan(app, "file-2", loss?.keep?.change ?? {});
  await checked(app, "file-2");
  expect(obstacleOf(app, "file-2")).toBe("There is a group “months” of another shape.");
  correctGroup(app, "file-2", { name: "months_2" });
  expect(obstacleOf(app, "file-2")).toBeNull();
});

const asked = (app: App) =>
  askedQuestions(contentOf(app, "file-2")).map(({ id, columns }) => [
    columns,
    contentOf(app, "file-2").answered.includes(id),
  ]);

test("a point before three digits is taken for thousands where the group has whole numbers", async () => {
  const app = await openAdded(
    "account;booked;amount\n1;2024-01-15;1250\n",
    "account;booked;amount\n1;2024-02-15;2.250\n",
  );
  expect(asked(app)).toEqual([[["amount"], true]]);
  expect(planOf(app, "file-2")?.columns[2]).toMatchObject({ type: "int64", number: { thousands: "." } });
  expect(obstacleOf(app, "file-2")).toBeNull();
});

test("a point before three digits is asked about where the group has decimals, and either answer fits it", async () => {
  const app = await openAdded(
    "account;booked;amount\n1;2024-01-15;1250,5\n",
    "account;booked;amount\n1;2024-02-15;2.250\n",
  );
  expect(asked(app)).toEqual([[["amount"], false]]);
  const [question] = askedQuestions(contentOf(app, "file-2"));
  if (question === undefined) throw new Error("nothing is asked");
  for (const choice of question.choices) {
    answerQuestion(app, "file-2", question, choice);
    await eventually(() => expect(obstacleOf(app, "file-2")).toBeNull());
    expect([choice.label, typesOf(app, "file-2")?.[2]]).toEqual([choice.label, "float64"]);
  }
});

test("what a group answers is answered too where a file is read as the group is by a press", async () => {
  const { app } = await openEmpty();
  addText(app, "account;booked;amount\n1;2024-01-15;1250\n", "months");
  await checked(app, "file-1");
  await storeDraft(app, "file-1");
  addText(app, "account;booked;amount;kind\n1;2024-02-15;2.250;a\n", "others");
  await checked(app, "file-2");
  expect(asked(app)).toEqual([[["amount"], false]]);
  const [months] = app.state.getState().overview?.groups ?? [];
  if (months === undefined) throw new Error("nothing is stored");
  correctGroup(app, "file-2", { name: "months" });
  readLike(app, "file-2", months);
  expect(asked(app)).toEqual([[["amount"], true]]);
  await checked(app, "file-2");
  expect(obstacleOf(app, "file-2")).toBeNull();
});

test("one word among the times of a file does not hide how the others are written", async () => {
  const app = await openAdded(
    "user_id,ts,n\n1,1712211000861,1\n2,1712211060861,2\n",
    "user_id,ts,n\n1,1712211120861,3\n2,notadate,4\n1,1712211180861,5\n",
  );
  await eventually(() =>
    expect(planOf(app, "file-2")?.columns[1]).toMatchObject({ type: "timestamp", time: "epoch_ms" }),
  );
  await checked(app, "file-2");
  expect(obstacleOf(app, "file-2")).toBeNull();
  await storeDraft(app, "file-2");
  expect(groupsOf(app)).toEqual([["months", 4]]);
});

test("a time of two columns that is taken away leaves its columns, and the day as the time", async () => {
  const { app } = await openEmpty();
  addText(app, "room,Date,Time,n\n1,2024-05-01,08:00,1\n1,2024-05-02,17:30,2\n", "rooms");
  await checked(app, "file-1");
  expect(planOf(app, "file-1")?.eventTime).toBe("Date Time");
  removeMade(app, "file-1", "Date Time");
  const plan = planOf(app, "file-1");
  expect([plan?.made, plan?.eventTime]).toEqual([[], "Date"]);
  expect(plan?.columns.map(({ included }) => included)).toEqual([true, true, true, true]);
});
