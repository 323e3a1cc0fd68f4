import { beforeEach, expect, test, vi } from "vitest";
import {
  type ClassState,
  type KeptClass,
  keepClass,
  OVER_AFTER_MS,
  planKey,
  readClassState,
  readKeptClass,
  takeUp,
} from "./kept-class";
import { NEW_SESSION } from "./session-store";

const NOON = Date.UTC(2026, 10, 28, 12);
const VOTED = {
  ...NEW_SESSION,
  votes: { "of-a-1": { first: { kind: "cards", readings: { 7: "B" } }, second: null } },
};

function at(step: number, press: number, session: unknown = NEW_SESSION): ClassState {
  return { step, press, session: session as ClassState["session"] };
}

function kept(state: ClassState, revision = 5, keptAtMs = NOON): KeptClass {
  return { state, stamp: { revision, by: "a" }, keptAtMs };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("where nothing was kept, a class begins where the address says", () => {
  expect(takeUp(at(3, 2), null, null, NOON)).toEqual({
    ...{ state: at(3, 2), stamp: { revision: 0, by: "" }, isMoved: false, over: null },
  });
});

test("a window that is loaded again goes on where it was, with all votes", () => {
  const own = kept(at(2, 3, VOTED));
  expect(takeUp(at(2, 3), own, own, NOON)).toMatchObject({ state: at(2, 3, VOTED), isMoved: false });
});

test("what another window has done meanwhile counts, also where the address has not heard of it", () => {
  const taken = takeUp(at(2, 3), kept(at(2, 3), 5), kept(at(2, 4, VOTED), 6), NOON);
  expect(taken).toMatchObject({ state: at(2, 4, VOTED), stamp: { revision: 6 }, isMoved: false });
});

test("an address that was changed by hand leads the class there, with all votes", () => {
  const own = kept(at(2, 3, VOTED));
  expect(takeUp(at(4, 1), own, own, NOON)).toMatchObject({ state: at(4, 1, VOTED), isMoved: true });
});

test("a new window joins the class where it is, unless its link says another place", () => {
  const latest = kept(at(2, 3, VOTED));
  expect(takeUp(at(1, 1), null, latest, NOON)).toMatchObject({ state: at(2, 3, VOTED), isMoved: false });
  expect(takeUp(at(3, 1), null, latest, NOON)).toMatchObject({ state: at(3, 1, VOTED), isMoved: true });
});

test("yesterday's class is over in a new window, and can be brought back", () => {
  const latest = kept(at(2, 3, VOTED));
  const later = NOON + OVER_AFTER_MS + 1;
  expect(takeUp(at(1, 1), null, latest, later)).toMatchObject({ state: at(1, 1), over: latest });
  expect(takeUp(at(2, 3), latest, latest, later)).toMatchObject({ state: at(2, 3, VOTED), over: null });
});

test("a drag that was under way is not taken up", () => {
  const dragged = at(1, 1, { ...NEW_SESSION, draftEdit: { kind: "set", group: "g", row: 0, values: {} } });
  expect(takeUp(at(1, 1), kept(dragged), null, NOON).state).toEqual(at(1, 1));
});

test("what is kept is read as it was, each plan for itself", () => {
  const mine = kept(at(2, 3, VOTED));
  expect(keepClass("ten", "latest", mine)).toBe(true);
  expect(readKeptClass("ten", "latest")).toEqual(mine);
  expect(readKeptClass("ten", "own")).toBeNull();
  expect(readKeptClass("twenty", "latest")).toBeNull();
  keepClass("ten", "latest", null);
  expect(readKeptClass("ten", "latest")).toBeNull();
});

test("what is damaged, or of another version, is as if it were not there", () => {
  localStorage.setItem("microfs.present.class.ten", "{");
  expect(readKeptClass("ten", "latest")).toBeNull();
  localStorage.setItem("microfs.present.class.ten", JSON.stringify({ ...kept(at(0, 1)) }));
  expect(readKeptClass("ten", "latest")).toBeNull();
});

test("votes that an earlier version has kept by the number of their step are left out, and the rest is taken up", () => {
  const { votes } = VOTED;
  const byNumber = { ...NEW_SESSION, votes: { 0: votes["of-a-1"] }, edits: { 2: [] }, classSize: 42 };
  keepClass("ten", "latest", kept(at(2, 3, byNumber)));
  expect(readKeptClass("ten", "latest")?.state).toEqual(at(2, 3, { ...NEW_SESSION, classSize: 42 }));
});

test("a browser without storage keeps nothing, and says so", () => {
  const spy = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  expect(keepClass("ten", "latest", kept(at(1, 1)))).toBe(false);
  spy.mockRestore();
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["no place", { step: 1, session: NEW_SESSION }],
  ["a step before the first", at(0, 1)],
  ["no votes", at(1, 1, { ...NEW_SESSION, votes: { first: 1 } })],
  ["an edit that is none", at(1, 1, { ...NEW_SESSION, draftEdit: { kind: "explode" } })],
])("%s is no state of a class", (_, value) => {
  expect(readClassState(value)).toBeNull();
});

test("a plan that travels in its link has a short name, unlike another's", () => {
  const packed = `1${"x".repeat(5000)}`;
  expect(planKey("ten")).toBe("ten");
  expect(planKey(packed).length).toBeLessThan(40);
  expect(planKey(packed)).toBe(planKey(packed));
  expect(planKey(packed)).not.toBe(planKey(`${packed}y`));
});
