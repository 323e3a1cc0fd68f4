import { ZoneClock } from "./columns/zone-clock";
import type { CsvReview } from "./csv-draft";
import type { CsvPlan } from "./csv-plan";
import { previewHead } from "./preview-csv";
import { columnNotes } from "./review/column-notes";
import { describeColumn } from "./review/describe-column";
import { nullNotes } from "./review/null-notes";
import { madeNotes, roleNotes } from "./review/role-notes";
import { structureNotes, unlikeOthers } from "./review/structure-notes";
import { tableOfPlan } from "./review/table-of-plan";
import { blankNotes } from "./review/text-notes";
import { tryMade } from "./sniff/made-times";
import type { Head } from "./sniff/read-head";
import { storedRows } from "./sniff/stored-rows";
import { tryColumn } from "./sniff/try-column";

const PREVIEW_ROWS = 100;

/**
 * What the head of a file says of a plan: what each column holds then, what should be looked at, and the first rows. It depends
 * on the two alone, so that no note outlives the correction that makes it false.
 *
 * @throws FormatError `invalid_plan` or `unknown_zone`.
 */
export function reviewHead(head: Head, plan: CsvPlan): CsvReview {
  const table = tableOfPlan(head, plan);
  const clock = new ZoneClock(plan.zone);
  const columns = plan.columns.map((column, cell) => {
    const texts = table.texts[cell] ?? [];
    return { trial: tryColumn(column, texts, clock), texts };
  });
  const made = plan.made.map((one) => tryMade(one, plan, table.texts, clock));
  const rows = table.texts[0]?.length ?? 0;
  const read = columns.filter(({ trial }) => trial.column.included);
  const stored = storedRows(
    [...read, ...made].map(({ trial }) => trial),
    rows,
  );
  const { notes, strange } = unlikeOthers(read, table);
  return {
    findings: [...columns, ...made].map(({ trial, texts }) => describeColumn(trial, texts)),
    notes: [
      ...structureNotes(head, plan, table),
      ...(rows === 0
        ? []
        : [
            ...notes,
            ...nullNotes(read, plan),
            ...read.flatMap((column) => columnNotes(column, plan, columns, strange)),
            ...blankNotes(read),
            ...madeNotes(made, plan),
            ...roleNotes(head, plan, columns, stored, strange),
          ]),
    ],
    preview: previewHead(head, plan, PREVIEW_ROWS),
  };
}
