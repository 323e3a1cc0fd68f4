import { expect, test } from "vitest";
import type { ImportReport } from "../../worker/results";
import { START } from "../route/url";
import { hasDataToList, type ImportDraft, shownInData } from "./imports-store";
import { PAYMENTS_GROUP } from "./testing/draft-of";

const NO_IMPORTS = { drafts: [], selectedId: null };
const EMPTY = { groups: [], views: [] };
const STORED = { groups: [PAYMENTS_GROUP], views: [] };

const draft = (id: string, step: ImportDraft["step"] = { kind: "reading" }): ImportDraft => ({
  id,
  file: new File([], `${id}.csv`),
  overrides: {},
  corrections: [],
  group: { name: id, ttl: "", delay: "" },
  content: null,
  step,
});
const report: ImportReport = {
  fgName: "payments",
  rows: 1,
  inserted: 1,
  duplicates: 0,
  rejected: [],
  losses: [],
  rowsWithBlankTail: 0,
  made: [],
  ambiguousTimes: 0,
};

test("an empty store is an invitation", () => {
  expect(shownInData({ route: START, overview: EMPTY }, NO_IMPORTS)).toEqual({ kind: "invitation" });
  expect(hasDataToList(EMPTY, NO_IMPORTS)).toBe(false);
});

test("the route decides first: its group, or that there is none of that name", () => {
  const imports = { drafts: [draft("a")], selectedId: "a" };
  const at = (group: string) => shownInData({ route: { ...START, group }, overview: STORED }, imports);
  expect(at("payments")).toEqual({ kind: "group", group: PAYMENTS_GROUP });
  expect(at("nope")).toEqual({ kind: "no_such_group", name: "nope" });
});

test("without a group in the address it is the chosen file, the first that waits, or the first group", () => {
  const stored = draft("a", { kind: "stored", report });
  const shown = (drafts: ImportDraft[], selectedId: string | null) => {
    const what = shownInData({ route: START, overview: STORED }, { drafts, selectedId });
    return what.kind === "draft" ? what.draft.id : what.kind;
  };
  expect(shown([stored, draft("b")], "a")).toBe("a");
  expect(shown([stored, draft("b")], null)).toBe("b");
  expect(shown([stored], null)).toBe("group");
});

test("a report of a group that is not there any more is no longer shown: what waits is, a group, or the invitation", () => {
  const stored = draft("a", { kind: "stored", report });
  const shown = (drafts: ImportDraft[], overview: typeof STORED | typeof EMPTY) =>
    shownInData({ route: START, overview }, { drafts, selectedId: "a" });
  expect(shown([stored], STORED)).toMatchObject({ kind: "draft", draft: { id: "a" } });
  expect(shown([stored], EMPTY)).toEqual({ kind: "invitation" });
  expect(shown([stored, draft("b")], EMPTY)).toMatchObject({ kind: "draft", draft: { id: "b" } });
  const other = { ...PAYMENTS_GROUP, definition: { ...PAYMENTS_GROUP.definition, name: "visits" } };
  expect(shown([stored], { groups: [other], views: [] })).toMatchObject({ kind: "group", group: other });
});
