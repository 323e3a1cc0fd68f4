import { expect, test } from "vitest";
import { newDocument, OWN } from "./document";
import { tellFailure, tellUnhandled } from "./tell-failure";
import { eventually } from "./testing/eventually";
import { inProcessWorker } from "./testing/in-process-worker";
import { appOn, DEMO } from "./testing/open-app";

const busy = () => Promise.reject(new Error("The disk is busy."));

test("work that fails is said to be not done, and why", async () => {
  const app = appOn(OWN, inProcessWorker());
  tellFailure(app, busy(), "The rows were not saved.");
  await eventually(() =>
    expect(app.state.getState().message).toEqual({
      text: "The rows were not saved. The disk is busy.",
      isError: true,
    }),
  );
});

test("what was stopped, or is of data that was left meanwhile, is not", async () => {
  const app = appOn(OWN, inProcessWorker());
  tellFailure(app, Promise.reject(new DOMException("stopped", "AbortError")), "The rows were not saved.");
  tellFailure(app, busy(), "The rows were not saved.");
  app.state.setState({ document: newDocument("linked", DEMO) });
  await new Promise((resolve) => setTimeout(resolve));
  expect(app.state.getState().message).toBeNull();
});

test("a failure that nobody says of is said, until the app ends", async () => {
  const app = appOn(OWN, inProcessWorker());
  const page = new EventTarget();
  tellUnhandled(app, page);
  const fail = () =>
    page.dispatchEvent(
      Object.assign(new Event("unhandledrejection"), { reason: new Error("The disk is busy.") }),
    );
  fail();
  await eventually(() =>
    expect(app.state.getState().message?.text).toBe("Something did not work. The disk is busy."),
  );
  app.state.setState({ message: null });
  app.dispose();
  fail();
  await new Promise((resolve) => setTimeout(resolve));
  expect(app.state.getState().message).toBeNull();
});
