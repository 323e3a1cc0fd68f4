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
  makeStepEdit(app, 2, EARLIER, false);
  expect(sessionOf(app)).toEqual({ edits: {}, draftEdit: EARLIER });
  cancelStepDraft(app);
  expect(sessionOf(app)).toEqual({ edits: {}, draftEdit: null });
  makeStepEdit(app, 2, EARLIER, false);
  makeStepEdit(app, 2, LATER, true);
  expect(sessionOf(app)).toEqual({ edits: { 2: [LATER] }, draftEdit: null });
});

test("changes are taken back one by one, and made again, each step of the plan by itself", () => {
  const app = newApp();
  makeStepEdit(app, 0, EARLIER, true);
  makeStepEdit(app, 0, LATER, true);
  makeStepEdit(app, 1, LATER, true);
  undoStepEdit(app, 0);
  expect(sessionOf(app).edits).toEqual({ 0: [EARLIER], 1: [LATER] });
  undoStepEdit(app, 0);
  undoStepEdit(app, 0);
  expect(sessionOf(app).edits).toEqual({ 1: [LATER] });
  redoStepEdit(app, 0);
  redoStepEdit(app, 0);
  redoStepEdit(app, 0);
  expect(sessionOf(app).edits).toEqual({ 0: [EARLIER, LATER], 1: [LATER] });
});

test("after another change, or starting over, there is nothing to make again", () => {
  const app = newApp();
  makeStepEdit(app, 0, EARLIER, true);
  undoStepEdit(app, 0);
  makeStepEdit(app, 0, LATER, true);
  redoStepEdit(app, 0);
  expect(sessionOf(app).edits).toEqual({ 0: [LATER] });
  resetStepEdits(app, 0);
  redoStepEdit(app, 0);
  expect(sessionOf(app).edits).toEqual({});
});
