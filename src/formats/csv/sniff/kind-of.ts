/** What a single text looks like. */
export type CellKind = "blank" | "number" | "time" | "bool" | "text";

const NUMBER =
  /^[-+\u2212]?(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d[\d.,'’]*|[.,]\d+)(?:[.,]\d+)?(?:[eE][-+]?\d+)?$/;
const TIME =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ][A-Za-z]{3,9}[- ,]+\d{4}|[A-Za-z]{3,9} \d{1,2},? \d{4})(?:,?[T ]\s?\d{1,2}:\d{2}.*)?$/;
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]\.?M\.?)?$/i;

/** No number and no time is longer. */
const LONGEST = 80;

/** The kind of one text, by its looks alone: good enough to tell a line of names from a row. */
export function kindOf(written: string): CellKind {
  const text = written.trim();
  if (text === "") return "blank";
  if (text.length > LONGEST) return "text";
  if (TIME.test(text) || TIME_OF_DAY.test(text)) return "time";
  if (NUMBER.test(text)) return "number";
  return /^(?:true|false)$/i.test(text) ? "bool" : "text";
}

/** Whether the text is a time of day without a day, such as 17:30 or 5:30:00 PM. */
export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text.trim());
}
