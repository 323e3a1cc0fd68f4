import type { CsvPlan } from "../../formats/csv/csv-plan";
import { checkCsv } from "../../worker/store-handle";
import { type Answer, shownValue, toError } from "../answer";
import { store } from "../store-connection";
import { changeContent, draftById } from "./imports-store";

// Long enough that a row of quick corrections reads the file once, short enough to feel immediate.
const PAUSE_MS = 200;

const pauses = new Map<string, ReturnType<typeof setTimeout>>();

/** Asks what the head, and after a moment the whole file, says of a draft's plan as it is now. */
export function followPlan(id: string): void {
  const content = draftById(id)?.content;
  if (content == null) return;
  if (content.review.status === "none" || content.review.forInputs !== content.plan) void askReview(id);
  stopChecking(id);
  pauses.set(
    id,
    setTimeout(() => void askCheck(id), PAUSE_MS),
  );
}

/** Stops the reading of a whole file, if it is under way. */
export function stopChecking(id: string): void {
  clearTimeout(pauses.get(id));
  pauses.delete(id);
  void store().cancel(checkJob(id));
}

async function askReview(id: string): Promise<void> {
  const draft = draftById(id);
  if (draft?.content == null) return;
  const { plan } = draft.content;
  changeContent(id, (content) => ({
    ...content,
    review: { status: "waiting", forInputs: plan, last: shownValue(content.review) },
  }));
  const review = await answerOf(plan, store().review(draft.file, plan));
  changeContent(id, (content) => (content.plan === plan ? { ...content, review } : content));
}

async function askCheck(id: string): Promise<void> {
  const draft = draftById(id);
  if (draft?.content == null || draft.step.kind !== "open") return;
  const { plan } = draft.content;
  if (plan.columns.length === 0) return;
  const ifCurrent = (change: Parameters<typeof changeContent>[1]) =>
    changeContent(id, (content) => (content.plan === plan ? change(content) : content));
  ifCurrent((content) => ({
    ...content,
    check: { status: "waiting", forInputs: plan, last: shownValue(content.check) },
    checkProgress: null,
  }));
  const check = await answerOf(
    plan,
    checkCsv(store(), checkJob(id), { file: draft.file, plan }, (checkProgress) =>
      ifCurrent((content) => ({ ...content, checkProgress })),
    ),
  );
  // A check that was stopped has nothing to say.
  const isStopped = check.status === "failed" && check.error.name === "AbortError";
  ifCurrent((content) => ({
    ...content,
    check: isStopped ? { status: "none" } : check,
    checkProgress: null,
  }));
}

async function answerOf<Value>(forInputs: CsvPlan, asked: Promise<Value>): Promise<Answer<CsvPlan, Value>> {
  try {
    return { status: "ready", forInputs, value: await asked };
  } catch (thrown) {
    return { status: "failed", forInputs, error: toError(thrown) };
  }
}

function checkJob(id: string): string {
  return `check ${id}`;
}
