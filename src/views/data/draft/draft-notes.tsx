import type { CsvNote } from "../../../formats/csv/csv-draft";
import type { DraftContent } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import styles from "./draft.module.css";

/** What was changed or should be looked at. */
export function DraftNotes({ content }: { readonly content: DraftContent }) {
  const notes = content.sniffed.notes.filter((note) => stillHolds(note, content));
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="What to look at">
      <h2>What to look at</h2>
      <ul className={styles.noteList}>
        {notes.map(({ code, text }) => (
          <li key={`${code} ${text}`}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** Notes are of the proposal: those that a correction, or the reading of the whole file, has answered are gone. */
function stillHolds({ code }: CsvNote, { plan, check }: DraftContent): boolean {
  const found = latestData(check);
  switch (code) {
    case "no_rows":
      return false;
    case "no_key":
      return plan.key.length === 0;
    case "no_event_time":
      return plan.eventTime === null;
    case "unreadable_cells":
    case "ragged_rows":
    case "broken_quote":
      // Once all rows were checked, the line under the table tells of each.
      return found === null;
    default:
      return true;
  }
}
