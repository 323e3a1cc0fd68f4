import type { CsvDraft, SniffOverrides } from "../../formats/csv/csv-draft";
import { type CsvPlan, changedPlan } from "../../formats/csv/csv-plan";
import type { GroupSummary } from "../../worker/results";
import type { App } from "../app";
import { storeOf } from "../connection";
import { toError } from "../query";
import { goTo } from "../route/go-to";
import { answeredByGroup } from "./answered-by-group";
import { fitTime } from "./correct-draft";
import { fittingChange } from "./fitting-change";
import { followPlan } from "./follow-plan";
import { freeName, groupNameOf, planLike } from "./import-target";
import { changeDraft, draftById, type ImportDraft, importsStore } from "./imports-store";

/**
 * Takes files in as drafts and shows the first of them. Nothing is stored.
 *
 * @param groupName - The group they are meant for, where that is known; else each file's own name.
 */
export function addFiles(app: App, files: readonly File[], groupName?: string): void {
  const { numAdded, drafts: before } = app.part(importsStore).getState();
  // Files of one name in different folders are two tables until somebody says that they are one.
  const taken = new Set(before.flatMap(({ step, group }) => (step.kind === "stored" ? [] : group.name)));
  const drafts = files.map((file, i): ImportDraft => {
    const name = groupName ?? freeName(groupNameOf(file.name), taken);
    taken.add(name);
    return {
      id: `file-${numAdded + i + 1}`,
      file,
      overrides: {},
      corrections: [],
      group: { name, ttl: "", delay: "" },
      content: null,
      step: { kind: "reading" },
    };
  });
  const [first] = drafts;
  if (first === undefined) return;
  app.part(importsStore).setState((state) => ({
    drafts: [...state.drafts, ...drafts],
    selectedId: first.id,
    storedTogether: [],
    numAdded: numAdded + drafts.length,
  }));
  goTo(app, { stage: "data", group: null });
  for (const draft of drafts) void readDraft(app, draft.id);
}

/** Takes pasted text in, as a file of that name would be. */
export function addText(app: App, text: string, groupName?: string): void {
  addFiles(app, [new File([text], "pasted text.csv", { type: "text/csv" })], groupName);
}

/** Reads a file anew with what was said about it as a whole. Corrections of its columns are made again by name. */
export function rereadDraft(app: App, id: string, overrides: SniffOverrides): void {
  changeDraft(app, id, (draft) => ({
    ...draft,
    overrides: { ...draft.overrides, ...overrides },
    step: { kind: "reading" },
  }));
  void readDraft(app, id);
}

/** Reads the head of a draft's file as its options say now. */
export async function readDraft(app: App, id: string): Promise<void> {
  const draft = draftById(app, id);
  if (draft === undefined) return;
  const isCurrent = () => draftById(app, id)?.overrides === draft.overrides;
  try {
    const sniffed = await storeOf(app).sniff(draft.file, draft.overrides);
    if (!isCurrent()) return;
    changeDraft(app, id, (draft) => withRead(draft, sniffed, groupsOf(app)));
    followPlan(app, id);
    await fitTimesOfGroup(app, id, sniffed.plan);
  } catch (thrown) {
    if (!isCurrent()) return;
    changeDraft(app, id, (draft) => ({ ...draft, step: { kind: "refused", error: toError(thrown) } }));
  }
}

/** What was found to be words or numbers, and is a time in the group of that name: how it is written is found anew. */
async function fitTimesOfGroup(app: App, id: string, found: CsvPlan): Promise<void> {
  const isTime = new Set(found.columns.flatMap(({ name, type }) => (type === "timestamp" ? [name] : [])));
  const plan = draftById(app, id)?.content?.plan;
  for (const { name, type, included } of plan?.columns ?? [])
    if (included && type === "timestamp" && !isTime.has(name)) await fitTime(app, id, name);
}

function groupsOf(app: App): readonly GroupSummary[] {
  return app.state.getState().overview?.groups ?? [];
}

function withRead(draft: ImportDraft, found: CsvDraft, groups: readonly GroupSummary[]): ImportDraft {
  const { sniffed, answered } = likeItsGroup(draft, found, groups);
  const plan = draft.corrections.reduce(
    (corrected, change) => changedPlan(corrected, fittingChange(corrected, change)),
    sniffed.plan,
  );
  const { findings, notes, preview } = sniffed;
  return {
    ...draft,
    content: {
      sniffed,
      plan,
      answered: [...new Set([...(draft.content?.answered ?? []), ...answered])],
      acceptedLosses: draft.content?.acceptedLosses ?? [],
      // The proposal was tried on the head when it was made: what it found needs no second look.
      review:
        plan === found.plan
          ? { status: "ready", key: plan, data: { findings, notes, preview } }
          : { status: "idle" },
      check: { status: "idle" },
      checkProgress: null,
    },
    step: { kind: "open", failure: null },
  };
}

/** What was found, with what the group of that name says laid over it. */
function likeItsGroup(
  { group }: ImportDraft,
  found: CsvDraft,
  groups: readonly GroupSummary[],
): { sniffed: CsvDraft; answered: readonly string[] } {
  const target = groups.find(({ definition }) => definition.name === group.name);
  if (target === undefined) return { sniffed: found, answered: [] };
  const { questions, answered, changes } = answeredByGroup(found.questions, target);
  const plan = planLike(changes.reduce(changedPlan, found.plan), target);
  return plan === null
    ? { sniffed: found, answered: [] }
    : { sniffed: { ...found, plan, questions }, answered };
}
