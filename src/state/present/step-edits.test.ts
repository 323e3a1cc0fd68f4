import { expect, test } from "vitest";
import type { Edit } from "../../scenario/edits/edit";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { sessionStore } from "./session-store";
import { cancelStepDraft, makeStepEdit, redoStepEdit, resetStepEdits, undoStepEdit } from "./step-edits";

const EARLIER: Edit = { kind: "rule", join: 0, ttlUs: "1" };
const LATER: Edit = { kind: "rule", join: 0, ttlUs: "2" };

function newApp(): App {
  return createApp(OWN, {
    worker: () => {
      throw new Error("no worker is needed");
    },
  });
}

function sessionOf(app: App) {
  const { edits, draftEdit } = app.part(sessionStore).getState();
  return { edits, draftEdit };
}

test("a drag is a draft until it is let go, and leaves nothing where it is given up", () => {
  const app = newApp();
  makeStepEdit(app, "of-a-2", EARLIER, false);
  expect(sessionOf(app)).toEqual({ edits: {}, draftEdit: EARLIER });
  cancelStepDraft(app);
  expect(sessionOf(app)).toEqual({ edits: {}, draftEdit: null });
  makeStepEdit(app, "of-a-2", EARLIER, false);
  makeStepEdit(app, "of-a-2", LATER, true);
  expect(sessionOf(app)).toEqual({ edits: { "of-a-2": [LATER] }, draftEdit: null });
});

test("changes are taken back one by one, and made again, each step of the plan by itself", () => {
  const app = newApp();
  makeStepEdit(app, "of-a-0", EARLIER, true);
  makeStepEdit(app, "of-a-0", LATER, true);
  makeStepEdit(app, "of-a-1", LATER, true);
  undoStepEdit(app, "of-a-0");
  expect(sessionOf(app).edits).toEqual({ "of-a-0": [EARLIER], "of-a-1": [LATER] });
  undoStepEdit(app, "of-a-0");
  undoStepEdit(app, "of-a-0");
  expect(sessionOf(app).edits).toEqual({ "of-a-1": [LATER] });
  redoStepEdit(app, "of-a-0");
  redoStepEdit(app, "of-a-0");
  redoStepEdit(app, "of-a-0");
  expect(sessionOf(app).edits).toEqual({ "of-a-0": [EARLIER, LATER], "of-a-1": [LATER] });
});

test("after another change, or starting over, there is nothing to make again", () => {
  const app = newApp();
  makeStepEdit(app, "of-a-0", EARLIER, true);
  undoStepEdit(app, "of-a-0");
  makeStepEdit(app, "of-a-0", LATER, true);
  redoStepEdit(app, "of-a-0");
  expect(sessionOf(app).edits).toEqual({ "of-a-0": [LATER] });
  resetStepEdits(app, "of-a-0");
  redoStepEdit(app, "of-a-0");
  expect(sessionOf(app).edits).toEqual({});
});
