import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Edit } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import { scenarioSliceNamed } from "../scenario-slices";
import { newMouse } from "../testing/mouse";
import { Timeline } from "../timeline";
import type { TimelineProps } from "../timeline-props";
import type { OnEdit } from "./use-interaction";

afterEach(cleanup);

const { slice: SLICE, at: AT } = scenarioSliceNamed("train");
const MINUTE_US = 60_000_000n;

type Reported = [Edit, boolean] | "cancelled";

/** A page that keeps edits like any other, and lists the edits that it was given. */
function Page({ reported, ...more }: Partial<TimelineProps> & { readonly reported: Reported[] }) {
  const [settled, setSettled] = useState(SLICE);
  const [slice, setSlice] = useState(SLICE);
  const onEdit: OnEdit = (edit, final) => {
    reported.push([edit, final]);
    const edited = editSlice(settled, [edit]);
    setSlice(edited);
    if (final) setSettled(edited);
  };
  const onEditCancel = () => {
    reported.push("cancelled");
    setSlice(settled);
  };
  return <Timeline slice={slice} coordinate={AT} onEdit={onEdit} onEditCancel={onEditCancel} {...more} />;
}

function editable(more: Partial<TimelineProps> = {}): Reported[] {
  const reported: Reported[] = [];
  render(<Page reported={reported} {...more} />);
  return reported;
}

const payment = () => screen.getByRole("button", { name: /^payment, 50\.00/ });
const xOf = (mark: Element) => Number(mark.getAttribute("data-x"));
const details = () => screen.queryByRole("region", { name: "This payment" });

test("a dragged mark is reported at every move, finally when it is let go, always at a round time", () => {
  const reported = editable();
  const mouse = newMouse();
  mouse.down(payment(), 300);
  mouse.move(320);
  mouse.move(340);
  mouse.up(340);
  const edits = reported.filter((one) => one !== "cancelled");
  expect(edits.map(([, final]) => final)).toEqual([false, false, true]);
  for (const [edit] of edits)
    expect(edit.kind === "set" && Date.parse(String(edit.values.timestamp)) % (15 * 60_000)).toBe(0);
  expect(edits[2]?.[0]).toEqual(edits[1]?.[0]);
});

test("a pointer that moves less than 3 pixels clicks; after a drag the click opens nothing", () => {
  const reported = editable();
  const mouse = newMouse();
  mouse.down(payment(), 300);
  mouse.move(302);
  mouse.up(302);
  fireEvent.click(payment());
  expect(reported).toEqual([]);
  expect(details()).not.toBeNull();
  fireEvent.click(payment());
  mouse.down(payment(), 300);
  mouse.move(304);
  mouse.up(304);
  fireEvent.click(payment());
  expect(reported).not.toEqual([]);
  expect(details()).toBeNull();
});

test.each([
  ["Escape", (mouse: ReturnType<typeof newMouse>) => mouse.escape()],
  ["an interrupted touch", (mouse: ReturnType<typeof newMouse>) => mouse.interrupted()],
])("%s puts a dragged mark back, and nothing is edited", (_name, giveUp) => {
  const reported = editable();
  const before = xOf(payment());
  const mouse = newMouse();
  mouse.down(payment(), 300);
  mouse.move(360);
  expect(xOf(payment())).toBeGreaterThan(before + 50);
  giveUp(mouse);
  expect(xOf(payment())).toBe(before);
  mouse.move(380);
  mouse.up(380);
  expect(xOf(payment())).toBe(before);
  expect(reported.filter((one) => one !== "cancelled" && one[1])).toEqual([]);
  expect(reported.at(-1)).toBe("cancelled");
  fireEvent.click(payment());
  expect(details()).toBeNull();
});

test("Escape while nothing is dragged is left to others", () => {
  const reported = editable();
  fireEvent.click(payment());
  fireEvent.keyDown(payment(), { key: "Escape" });
  expect(details()).toBeNull();
  expect(reported).toEqual([]);
});

test("a drag whose mark goes away is cancelled", () => {
  const reported = editable();
  const mouse = newMouse();
  mouse.down(payment(), 300);
  mouse.move(320);
  cleanup();
  expect(reported.at(-1)).toBe("cancelled");
});

test("a mark cannot be dragged off the picture", () => {
  editable();
  const mouse = newMouse();
  mouse.down(payment(), 300);
  mouse.move(9000);
  mouse.up(9000);
  expect(xOf(payment())).toBeLessThan(960);
});

test("a TTL can be drawn through nothing and out again in one drag", () => {
  const reported = editable();
  const mouse = newMouse();
  const edge = () => screen.getByRole("slider", { name: /^TTL of user_payments/ });
  const [lineX, edgeX] = [
    Number(
      screen.getByRole("slider", { name: "The moment of the prediction" }).getAttribute("aria-valuenow"),
    ),
    Number(edge().getAttribute("aria-valuenow")),
  ];
  mouse.down(edge(), 0);
  mouse.move(lineX - edgeX);
  expect(reported.at(-1)).toEqual([{ kind: "rule", join: 0, ttlUs: "0" }, false]);
  mouse.move(lineX - edgeX - 100);
  mouse.up(lineX - edgeX - 100);
  const last = reported.at(-1);
  expect(last !== "cancelled" && last?.[1] && last[0].kind === "rule" && Number(last[0].ttlUs) > 0).toBe(
    true,
  );
});

test("two clicks on the background of a lane ask for a row there, at a round moment", () => {
  const onAdd = vi.fn();
  editable({ onAdd });
  const picture = screen.getByRole("group", { name: /^Timeline of/ });
  const lanes = [...picture.querySelectorAll("[data-lane] line")].map((line) =>
    Number(line.getAttribute("y1")),
  );
  const y = lanes[0] ?? 0;
  const click = (on: Element, detail: number) => fireEvent.click(on, { clientX: 400, clientY: y, detail });
  click(picture, 1);
  expect(onAdd).not.toHaveBeenCalled();
  click(picture, 2);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith(0, expect.any(BigInt));
  expect(onAdd.mock.calls[0]?.[1] % MINUTE_US).toBe(0n);
  click(payment(), 1);
  click(payment(), 2);
  const line = screen.getByRole("slider", { name: "The moment of the prediction" });
  click(line, 1);
  click(line, 2);
  expect(onAdd).toHaveBeenCalledOnce();
});
