import type { ColumnEdit, Edit } from "../../../scenario/edits/edit";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatNumber } from "../../../ui/format-number";

/** What the words need of a group. */
interface Times {
  readonly name: string;
  readonly eventTime: string;
  readonly createdTime?: string | null | undefined;
}

/**
 * What edits of whole columns have done, a phrase each, in their order: `All times of usage 2 h earlier`, `user_id of usage
 * without blanks around`. What is done to event time and created time alike, one right after the other, is one phrase.
 */
export function columnEditWords(edits: readonly Edit[], groups: readonly Times[]): string[] {
  const phrases: string[] = [];
  let last: ColumnEdit | null = null;
  for (const edit of edits) {
    if (edit.kind !== "column") {
      last = null;
      continue;
    }
    const times = groups.find(({ name }) => name === edit.group);
    const timeColumns = times ? [times.eventTime, times.createdTime].filter((name) => name != null) : [];
    const isPair: boolean =
      last !== null &&
      timeColumns.length === 2 &&
      last.group === edit.group &&
      last.column !== edit.column &&
      [last, edit].every(({ column }) => timeColumns.includes(column)) &&
      JSON.stringify(last.change) === JSON.stringify(edit.change);
    if (isPair) phrases.pop();
    const isAll = isPair || (timeColumns.length === 1 && timeColumns[0] === edit.column);
    phrases.push(`${isAll ? "All times" : edit.column} of ${edit.group} ${changeWords(edit)}`);
    last = isPair ? null : edit;
  }
  return phrases;
}

function changeWords({ change }: ColumnEdit): string {
  switch (change.kind) {
    case "trim":
      return "without blanks around";
    case "lower_case":
      return "in small letters";
    case "pad_zeros":
      return `with zeros before, up to ${change.width} digits`;
    case "strip_zeros":
      return "without zeros before";
    case "shift": {
      const byUs = BigInt(change.byUs);
      return `${roughDuration(byUs, 6)} ${byUs < 0n ? "earlier" : "later"}`;
    }
    case "scale":
      return `times ${formatNumber(BigInt(change.by))} since 1970`;
  }
}
