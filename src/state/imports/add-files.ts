import type { CsvDraft, SniffOverrides } from "../../formats/csv/csv-draft";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import { goTo } from "../address/navigate";
import { toError } from "../answer";
import { useAppStore } from "../app-store";
import { store } from "../store-connection";
import { followPlan } from "./follow-plan";
import { groupNameOf } from "./group-name";
import { planLike } from "./import-target";
import { changeDraft, draftById, type ImportDraft, useImports } from "./imports-store";

let made = 0;

/**
 * Takes files in as drafts and shows the first of them. Nothing is stored.
 *
 * @param groupName - The group they are meant for, where that is known; else each file's own name.
 */
export function addFiles(files: readonly File[], groupName?: string): void {
  const drafts = files.map((file): ImportDraft => {
    made++;
    return {
      id: `file-${made}`,
      file,
      overrides: {},
      corrections: { columns: new Map(), roles: {} },
      group: { name: groupName ?? groupNameOf(file.name), ttl: "", delay: "" },
      content: null,
      step: { kind: "reading" },
    };
  });
  const [first] = drafts;
  if (first === undefined) return;
  useImports.setState((state) => ({ drafts: [...state.drafts, ...drafts], selectedId: first.id }));
  goTo({ stage: "data", group: null });
  for (const draft of drafts) void readDraft(draft.id);
}

/** Takes pasted text in, as a file of that name would be. */
export function addText(text: string, groupName?: string): void {
  addFiles([new File([text], "pasted text.csv", { type: "text/csv" })], groupName);
}

/** Reads a file anew with what was said about it as a whole. Corrections of its columns are made again by name. */
export function rereadDraft(id: string, overrides: SniffOverrides): void {
  changeDraft(id, (draft) => ({
    ...draft,
    overrides: { ...draft.overrides, ...overrides },
    step: { kind: "reading" },
  }));
  void readDraft(id);
}

async function readDraft(id: string): Promise<void> {
  const asked = draftById(id);
  if (asked === undefined) return;
  const isCurrent = () => draftById(id)?.overrides === asked.overrides;
  try {
    const sniffed = await store().sniff(asked.file, asked.overrides);
    if (!isCurrent()) return;
    changeDraft(id, (draft) => withRead(draft, sniffed));
    followPlan(id);
  } catch (thrown) {
    if (!isCurrent()) return;
    changeDraft(id, (draft) => ({ ...draft, step: { kind: "refused", error: toError(thrown) } }));
  }
}

function withRead(draft: ImportDraft, sniffed: CsvDraft): ImportDraft {
  const plan = proposedPlan(draft, sniffed.plan);
  return {
    ...draft,
    content: {
      sniffed,
      plan,
      answered: answeredAlready(draft, plan),
      // The proposal was tried on the head when it was made: what it found needs no second look.
      review:
        plan === sniffed.plan
          ? {
              status: "ready",
              forInputs: plan,
              value: { findings: sniffed.findings, preview: sniffed.preview },
            }
          : { status: "none" },
      check: { status: "none" },
      checkProgress: null,
    },
    step: { kind: "open", failure: null },
  };
}

/** What was found, with what a person or the group of that name says laid over it. */
function proposedPlan({ corrections, group }: ImportDraft, found: CsvPlan): CsvPlan {
  const groups = useAppStore.getState().overview?.groups ?? [];
  const target = groups.find(({ definition }) => definition.name === group.name);
  const like = (target && planLike(found, target)) ?? found;
  if (corrections.columns.size === 0 && Object.keys(corrections.roles).length === 0) return like;
  const names = new Set(like.columns.map(({ name }) => name));
  const { key, eventTime, createdTime } = corrections.roles;
  const isThere = (name: string | null | undefined) =>
    name === null || (name !== undefined && names.has(name));
  return {
    ...like,
    columns: like.columns.map((column) => ({ ...column, ...corrections.columns.get(column.name) })),
    key: key?.every((name) => names.has(name)) ? key : like.key,
    eventTime: eventTime !== undefined && isThere(eventTime) ? eventTime : like.eventTime,
    createdTime: createdTime !== undefined && isThere(createdTime) ? createdTime : like.createdTime,
  };
}

function answeredAlready({ content }: ImportDraft, plan: CsvPlan): readonly string[] {
  const names = new Set(plan.columns.map(({ name }) => name));
  return content?.answered.filter((name) => names.has(name)) ?? [];
}
