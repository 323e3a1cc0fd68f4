import { Fragment } from "react";
import type { Choice, CsvNote } from "../../../formats/csv/csv-draft";
import { isChangedSo } from "../../../formats/csv/csv-plan";
import { answerQuestion, correctGroup, correctPlan } from "../../../state/imports/correct-draft";
import { isDelaySaid } from "../../../state/imports/import-target";
import {
  askedQuestions,
  type DraftContent,
  type GroupTexts,
  type ImportDraft,
  openLosses,
} from "../../../state/imports/imports-store";
import { nameObstacle, openChoice } from "../../../state/imports/storing-obstacle";
import { latestData } from "../../../state/query";
import { useApp, useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { countOf, formatNumber } from "../../../ui/format-number";
import { Sentence } from "../../../ui/sentence";
import styles from "./draft.module.css";

export interface DraftSentenceProps {
  readonly fileName: string;
  readonly content: DraftContent;
  readonly group: GroupTexts;
}

/** What is so, with the numbers that are known: of the whole file once it was checked, else of what was read of it. */
export function DraftSentence({ fileName, content, group }: DraftSentenceProps) {
  const clash = useApp(({ overview }) => nameObstacle(content, group, overview?.groups ?? []));
  const { before, strong, after } = draftWords(fileName, content, clash);
  return (
    <Sentence size="large" as="h1" lines={1}>
      <span className={styles.words} data-updating={content.check.status === "fetching" || undefined}>
        {before}
        {strong !== undefined && <strong>{strong}</strong>}
        {after}
      </span>
    </Sentence>
  );
}

/**
 * The sentence in parts: the strong one is the number of rows that would be left out.
 *
 * @param clash - What is wrong with the group that it is meant for.
 */
export function draftWords(
  fileName: string,
  content: DraftContent,
  clash: string | null = null,
): { before: string; strong?: string; after?: string } {
  const { sniffed, check } = content;
  const found = latestData(check);
  const open = openChoice(content) ?? clash;
  const rows = rowsWords(content);
  if (rows === null) return { before: `${fileName} has column names and no rows.` };
  const before = `${fileName} has ${rows}.`;
  // A file is not ready while a person must still say something about it.
  if (open !== null) return { before: `${before} ${open}` };
  if (found === null) {
    const isWhole = sniffed.rowsEstimated === sniffed.rowsRead;
    if (isWhole || check.status === "failed") return { before };
    return {
      before: `${before} The first ${formatNumber(sniffed.rowsRead)} were looked at; all are being checked.`,
    };
  }
  const bad = found.rows - found.readable;
  const lost = openLosses(content).reduce((sum, { cells }) => sum + cells, 0);
  if (bad === 0 && lost > 0)
    return {
      before: `${before} All can be read, but `,
      strong: formatNumber(lost),
      after: ` ${lost === 1 ? "value" : "values"} would not be kept as written.`,
    };
  if (bad === 0) return { before: `${before} ${found.rows === 1 ? "It is" : "All are"} ready.` };
  if (found.readable === 0) return { before: `${before} None can be read as it is set now.` };
  return {
    before: `${before} ${formatNumber(found.readable)} ${found.readable === 1 ? "is" : "are"} ready; `,
    strong: formatNumber(bad),
    after: " cannot be read and would be left out.",
  };
}

/** How many rows there are: exactly once all were read, else about; `null` for none. */
function rowsWords({ sniffed, check }: DraftContent): string | null {
  const found = latestData(check);
  if (found !== null) return found.rows === 0 ? null : countOf(found.rows, "row");
  if (sniffed.rowsEstimated === 0) return null;
  if (sniffed.rowsEstimated === sniffed.rowsRead) return countOf(sniffed.rowsRead, "row");
  return `about ${countOf(roughly(sniffed.rowsEstimated), "row")}`;
}

/** An estimate with no more digits than it deserves. */
function roughly(rows: number): number {
  return Number(rows.toPrecision(2));
}

export interface QuestionsProps {
  readonly draftId: string;
  readonly content: DraftContent;
}

/** What only a person can know, each with its readings of a real value. It stays in sight once answered, so that it can be changed. */
export function Questions({ draftId, content }: QuestionsProps) {
  const app = useAppHandle();
  const questions = askedQuestions(content);
  if (questions.length === 0) return null;
  return (
    <div className={styles.questions}>
      {questions.map((question) => {
        const chosen = question.choices.findIndex(({ change }) => isChangedSo(content.plan, change));
        return (
          <SegmentedChoice
            key={question.id}
            label={question.text}
            variant="boxes"
            options={question.choices.map(({ label }, at) => ({ value: String(at), label }))}
            value={content.answered.includes(question.id) && chosen >= 0 ? String(chosen) : null}
            onChange={(at) => {
              const choice = question.choices[Number(at)];
              if (choice !== undefined) answerQuestion(app, draftId, question, choice);
            }}
          />
        );
      })}
    </div>
  );
}

/** What was changed or should be looked at, each with what a press can do about it. */
export function DraftNotes({
  draft,
  content,
}: {
  readonly draft: ImportDraft;
  readonly content: DraftContent;
}) {
  const app = useAppHandle();
  const hasDelay = useApp(({ overview }) => isDelaySaid(draft.group, overview?.groups ?? []));
  const notes = latestData(content.review)?.notes.filter((note) => isNews(note, content, hasDelay)) ?? [];
  const take = ({ change, delay }: Choice) => {
    correctPlan(app, draft.id, change);
    if (delay !== undefined) correctGroup(app, draft.id, { delay });
  };
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="What to look at">
      <h2>What to look at</h2>
      <ul className={styles.noteList}>
        {notes.map(({ code, text, offers = [] }) => (
          <li key={`${code} ${text}`}>
            {text}
            {offers.map((offer) => (
              <Fragment key={offer.label}>
                {" "}
                <Button variant="link" onClick={() => take(offer)}>
                  {offer.label}
                </Button>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether nothing else on the page says it: once all rows were checked, the line under the table tells of each that cannot be read. */
function isNews({ code }: CsvNote, { check }: DraftContent, hasDelay: boolean): boolean {
  if (code === "no_rows") return false;
  if (code === "no_hours") return !hasDelay;
  const isOfRows = code === "unreadable_cells" || code === "ragged_rows" || code === "broken_quote";
  return !isOfRows || latestData(check) === null;
}
