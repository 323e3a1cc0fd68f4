import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PlanStep } from "../../present/plan";
import { createApp } from "../../state/app";
import { OWN } from "../../state/document";
import { addPlan, myPlansStore } from "../../state/present/my-plans";
import type { MadeStep } from "../../state/present/use-step";
import { AppContext } from "../../state/use-app";
import { KeyScope } from "../../ui/keys/key-scope";
import { stubLayout } from "../../ui/testing/stub-layout";
import { TeachMenu, type TeachMenuProps } from "./teach-menu";

beforeEach(() => {
  stubLayout();
  localStorage.clear();
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= () => undefined;
});
afterEach(cleanup);

const STEP: PlanStep = { kind: "words", minutes: 1, text: "Look left." };

/** The item of the open menu with this label, whatever the line under it says. */
function itemCalled(label: string): HTMLElement {
  const item = screen.getAllByRole("menuitem").find(({ firstChild }) => firstChild?.textContent === label);
  if (item === undefined) throw new Error(`no item is called ${label}`);
  return item;
}

function show(made: MadeStep | null, offers: Partial<TeachMenuProps> = {}) {
  const app = createApp(OWN, { worker: () => Promise.reject(new Error("no store is needed")) });
  render(
    <AppContext value={app}>
      <KeyScope isFirst>
        <TeachMenu make={() => made} {...offers} />
      </KeyScope>
    </AppContext>,
  );
  const use = (tool: string) => {
    fireEvent.click(screen.getByRole("button", { name: "Teach with this" }));
    fireEvent.click(itemCalled(tool));
  };
  return { app, use, page: () => app.state.getState().route.page };
}

test("what carries no rows is presented at once", async () => {
  const { use, page } = show({ step: STEP, rows: 0 });
  use("Present this");
  await expect.poll(page).toBe("present");
});

test("what carries own rows says how many before it goes into the address", async () => {
  const { use, page } = show({ step: STEP, rows: 12 });
  use("Present this");
  const dialog = await screen.findByRole("dialog", { name: "Present this" });
  expect(dialog.textContent).toContain("carries 12 rows of your data");
  expect(page()).not.toBe("present");
  fireEvent.click(within(dialog).getByRole("button", { name: "Present" }));
  expect(page()).toBe("present");
});

test("a step goes into the plan that is chosen, and the way there takes the focus", async () => {
  const { app, use } = show({ step: STEP, rows: 1 });
  for (const name of ["older", "latest"]) addPlan(app, { version: 1, name, title: `the ${name}`, steps: [] });
  use("Add to my plan");
  const dialog = await screen.findByRole("dialog", { name: "Add to my plan" });
  expect(dialog.textContent).toContain("carries 1 row of your data");
  fireEvent.change(within(dialog).getByRole("combobox"), { target: { value: "older" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Add it" }));
  expect(within(dialog).getByRole("status").textContent).toBe("It is step 1 of “the older” now.");
  expect(document.activeElement).toBe(within(dialog).getByRole("link", { name: "Open the plan" }));
  const { plans } = app.part(myPlansStore).getState();
  expect(plans.map(({ name, steps }) => [name, steps.length])).toEqual([
    ["latest", 0],
    ["older", 1],
  ]);
});

test("where nothing is on the screen, it is said", async () => {
  const { app, use } = show(null);
  use("Present this");
  await expect.poll(() => app.state.getState().message?.text).toContain("There is no step on the screen yet");
});

test("what cannot be done with it is not offered; what can stands in one order", () => {
  const embed = { url: "/cases?case=tie&embed=yes", title: "two at one time", ownRows: 0 };
  const offered = () => screen.getAllByRole("menuitem").map(({ firstChild }) => firstChild?.textContent);
  show({ step: STEP, rows: 0 });
  fireEvent.click(screen.getByRole("button", { name: "Teach with this" }));
  expect(offered()).toEqual(["Present this", "Add to my plan"]);
  cleanup();
  show(
    { step: STEP, rows: 0 },
    { worksheet: "#/worksheet?case=tie", slides: () => null, hasCode: true, embed },
  );
  fireEvent.click(screen.getByRole("button", { name: "Teach with this" }));
  expect(offered()).toEqual([
    "Present this",
    "Add to my plan",
    "Worksheet",
    "Save as slides",
    "QR code",
    "Embed",
  ]);
  expect(itemCalled("Worksheet").getAttribute("href")).toBe("#/worksheet?case=tie");
});
