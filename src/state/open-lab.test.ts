import { expect, test } from "vitest";
import { createApp } from "./app";
import { connect } from "./connection";
import { openLab } from "./open-lab";
import { goTo } from "./route/go-to";
import { START } from "./route/url";
import { eventually } from "./testing/eventually";
import { inProcessWorker } from "./testing/in-process-worker";
import { appOn, DEMO, inOwnBrowser, openApp } from "./testing/open-app";

inOwnBrowser();

test("before the Lab is opened no worker is started", () => {
  let started = 0;
  const worker = async () => {
    started++;
    return inProcessWorker();
  };
  const app = createApp(DEMO, { worker, route: START });
  goTo(app, { stage: "train" });
  expect(started).toBe(0);
  openLab(app);
  expect(started).toBe(1);
  app.dispose();
});

test("however many pages open the Lab, the store is opened once", async () => {
  const opened: string[] = [];
  const inner = inProcessWorker();
  const app = appOn(DEMO, {
    ...inner,
    open(name, onEvent) {
      opened.push(name);
      return inner.open(name, onEvent);
    },
  });
  for (let times = 0; times < 3; times++) openLab(app);
  await eventually(() => expect(app.state.getState().connection.status).toBe("ready"));
  openLab(app);
  expect(opened).toEqual(["microfs sample demo"]);
});

test("a training set is asked for once it is looked at, and not before", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "data", worker);
  expect(worker.calls).not.toContain("training");
  goTo(app, { stage: "train" });
  await eventually(() => expect(app.state.getState().training.status).toBe("ready"));
  expect(worker.calls.filter((method) => method === "training")).toHaveLength(1);
});

test("a disposed app follows nothing any more", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "data", worker);
  app.dispose();
  goTo(app, { stage: "train" });
  expect(worker.calls).not.toContain("training");
  expect(app.state.getState().training).toEqual({ status: "idle" });
});

test("a store that is opened again brings its training set again", async () => {
  const app = await openApp(DEMO, "train");
  const opening = connect(app);
  expect(app.state.getState().training).toEqual({ status: "idle" });
  await opening;
  await eventually(() => expect(app.state.getState().training.status).toBe("ready"));
});
