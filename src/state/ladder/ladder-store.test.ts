import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { goTo } from "../route/go-to";
import {
  changeWork,
  ladderStore,
  markFinished,
  markSolved,
  startRungOver,
  undoStartingOver,
} from "./ladder-store";
import { workIn } from "./ladder-work";

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** Another visit, or another tab: an app of its own on what the browser keeps. */
function visit(): App {
  const app = createApp(OWN, { worker: () => Promise.reject(new Error("no store is needed")) });
  onTestFinished(() => app.dispose());
  return app;
}

const kept = (app: App) => app.part(ladderStore).getState();
const sql = (app: App) => workIn(kept(app).work, "sql");

test("what was made is there at the next visit, each language for itself", () => {
  const app = visit();
  changeWork(app, "sql", { arrangement: [{ id: "from", indent: 1 }], blanks: { order: "DESC" } });
  changeWork(app, "python", { source: "def join(): pass", hints: 2 });
  const next = visit();
  expect(sql(next)).toMatchObject({ arrangement: [{ id: "from", indent: 1 }], blanks: { order: "DESC" } });
  expect(sql(next).source).toBeNull();
  expect(workIn(kept(next).work, "python")).toMatchObject({ source: "def join(): pass", hints: 2 });
});

test("a finished program stays while another is written, and its rung stays solved", () => {
  const app = visit();
  markSolved(app, "sql", "order");
  markFinished(app, "sql", "SELECT 1, 1");
  changeWork(app, "sql", { source: "SELECT" });
  expect(sql(visit())).toMatchObject({
    source: "SELECT",
    finished: "SELECT 1, 1",
    solved: ["order", "write"],
  });
});

test("starting a rung over leaves the others, and undo brings it back as it was", () => {
  const app = visit();
  changeWork(app, "sql", { source: "SELECT", hints: 3, blanks: { order: "DESC" } });
  startRungOver(app, "sql", "write");
  expect(sql(app)).toMatchObject({ source: null, hints: 0, blanks: { order: "DESC" } });
  undoStartingOver(app);
  expect(sql(visit())).toMatchObject({ source: "SELECT", hints: 3 });
  expect(kept(app).startedOver).toBeNull();
});

test("what was started over can be undone until the rung is solved again, or the ladder is left", () => {
  const app = visit();
  const startOver = () => {
    changeWork(app, "sql", { source: "SELECT" });
    startRungOver(app, "sql", "write");
  };
  goTo(app, { page: "ladder" });
  startOver();
  goTo(app, { rung: "fill" });
  markSolved(app, "sql", "fill");
  expect(kept(app).startedOver).toMatchObject({ before: { source: "SELECT" } });
  markFinished(app, "sql", "SELECT 1, 2");
  expect(kept(app).startedOver).toBeNull();
  startOver();
  goTo(app, { page: "home" });
  expect(kept(app).startedOver).toBeNull();
});

test("two tabs lose nothing of each other", () => {
  const [here, there] = [visit(), visit()];
  kept(here);
  changeWork(there, "python", { source: "def" });
  changeWork(here, "sql", { source: "SELECT" });
  window.dispatchEvent(new StorageEvent("storage", { key: "microfs.ladder" }));
  expect(kept(there)).toMatchObject({
    work: { languages: { sql: { source: "SELECT" }, python: { source: "def" } } },
  });
});

test("what cannot be read is put aside", () => {
  localStorage.setItem("microfs.ladder", "{ of a later version");
  const app = visit();
  changeWork(app, "sql", { source: "SELECT" });
  expect(localStorage.getItem("microfs.ladder.unread")).toBe("{ of a later version");
  expect(sql(visit()).source).toBe("SELECT");
});

test("where the browser keeps nothing it holds for this visit, and says so", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("no", "QuotaExceededError");
  });
  const app = visit();
  changeWork(app, "sql", { source: "SELECT" });
  changeWork(app, "sql", { hints: 1 });
  expect(sql(app)).toMatchObject({ source: "SELECT", hints: 1 });
  expect(kept(app).isKept).toBe(false);
});
