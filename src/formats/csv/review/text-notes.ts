import type { Choice, CsvNote } from "../csv-draft";
import { type CsvColumn, columnOf } from "../csv-plan";
import { hasBlanksAround } from "../sniff/guess-column";
import { couldBeNumber, hasTooManyDigits } from "../sniff/guess-number";
import type { ReadColumn } from "../sniff/guess-roles";
import { fitTime, readableTimes } from "../sniff/guess-time-format";
import { holdsTimesOfDay } from "../sniff/made-times";
import { tryColumn } from "../sniff/try-column";
import { countOf, grouped, listed, listedFew, quoted } from "../words";

/** A note is given where so much of a text column could be read as another type. */
const WORTH_A_NOTE = 0.2;
/** So many different words can be called null by one press. */
const FEW_WORDS = 3;

/** What should be looked at in a column that is read as text: many times or numbers among words, digits that a number would lose. */
export function textNotes({ trial, texts }: ReadColumn, hasEventTime: boolean): CsvNote[] {
  const { name, nulls } = trial.column;
  const values = texts.filter((text) => text.trim() !== "" && !nulls.includes(text) && !isNoFigure(text));
  const times = Math.max(...readableTimes(values));
  const isWorth = values.filter(couldBeNumber).length >= WORTH_A_NOTE * values.length;
  const float = tryColumn(columnOf("", "float64"), isWorth ? values : []);
  const isTime = times >= float.readable;
  const many = isTime ? times : float.readable;
  if (many === values.length && !isTime && hasTooManyDigits(values) && !isWhole(values))
    return [tooManyDigits(name, values)];
  const short = values.filter(hasTwoDigitYear);
  if (short.length >= 0.5 * values.length)
    return [
      {
        code: "two_digit_years",
        text: `“${name}” looks like days, but with years of two digits, such as ${quoted(short[0] ?? "")}, which could be of any century: it is read as text. To have times, write the years with four digits in the file.`,
      },
    ];
  if (many < WORTH_A_NOTE * values.length || many === values.length || holdsTimesOfDay(values)) return [];
  const what = isTime ? "times" : "numbers";
  const misread = new Set(float.unreadable.map(({ row }) => row));
  const change: Partial<CsvColumn> = isTime
    ? { type: "timestamp", time: fitTime(trial.column, texts).time }
    : { type: isWhole(values.filter((_, row) => !misread.has(row))) ? "int64" : "float64" };
  const read = tryColumn({ ...trial.column, ...change }, values);
  const words = [...new Set(read.unreadable.map(({ text }) => text))];
  const leaveOut = `leave ${countOf(read.unreadable.length, "row")} out`;
  if (isTime && !hasEventTime)
    return [
      {
        code: "mixed_column",
        text: `“${name}” is part times, part words (${grouped(many)} of ${grouped(values.length)} values looked at are times): it is read as text.`,
        // An event time has no nulls.
        offers: [
          {
            label: `It is the event time: ${leaveOut}`,
            change: { columns: { [name]: change }, eventTime: name },
          },
        ],
      },
    ];
  const other = words.find(couldBeNumber);
  if (!isTime && other !== undefined)
    return [
      {
        code: "mixed_column",
        text: `“${name}” holds numbers that are written in more than one way, such as ${quoted(values.find((text) => !words.includes(text)) ?? "")} and ${quoted(other)}: it is read as text.`,
        offers: [{ label: `Read it as numbers, and ${leaveOut}`, change: { columns: { [name]: change } } }],
      },
    ];
  const offers: Choice[] = [];
  if (words.length <= FEW_WORDS)
    offers.push({
      label: `Read it as ${what}, and ${listed(words)} as null`,
      change: { columns: { [name]: { ...change, nulls: [...nulls, ...words] } } },
    });
  offers.push({
    label: `Read it as ${what}, and ${leaveOut}`,
    change: { columns: { [name]: change } },
  });
  return [
    {
      code: "mixed_column",
      text: `“${name}” is part ${what}, part words (${grouped(many)} of ${grouped(values.length)} values looked at are ${what}): it is read as text.`,
      offers,
    },
  ];
}

/** Words that a float can be, and that are no numbers anybody wrote. */
function isNoFigure(text: string): boolean {
  return /^\s*[-+]?(?:nan|inf|infinity)\s*$/i.test(text);
}

/** Whether the text is a day whose year has two digits, such as 4/23/20. */
function hasTwoDigitYear(text: string): boolean {
  const parts = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2}(?:[ T]\d{1,2}:\d{2}.*)?\s*$/.exec(text);
  if (parts === null) return false;
  const [a, b] = [Number(parts[1]), Number(parts[2])];
  return Math.min(a, b) >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}

function tooManyDigits(name: string, values: readonly string[]): CsvNote {
  const whole = values.filter((text) => isWhole([text])).length;
  const others = values.length - whole;
  return {
    code: "too_many_digits",
    text: `“${name}” is read as text: some of its numbers have more digits than a number with decimals keeps.`,
    offers:
      whole < 0.5 * values.length
        ? []
        : [
            {
              label: `Read it as whole numbers, and leave ${countOf(others, "row")} out`,
              change: { columns: { [name]: { type: "int64" } } },
            },
          ],
  };
}

/** What should be told of the blanks around texts: those that are kept, and those that are left off. */
export function blankNotes(columns: readonly ReadColumn[]): CsvNote[] {
  const isText = ({ trial }: ReadColumn) => trial.column.type === "string";
  const kept = columns.filter(
    (column) => isText(column) && !column.trial.column.trim && column.texts.some(hasBlanksAround),
  );
  const trimmed = columns.filter((column) => isText(column) && column.trial.column.trim);
  const namesOf = (these: readonly ReadColumn[]) => these.map(({ trial }) => trial.column.name);
  const trimAs = (these: readonly ReadColumn[], trim: boolean) => ({
    columns: Object.fromEntries(namesOf(these).map((name) => [name, { trim }])),
  });
  const notes: CsvNote[] = [];
  const example = kept[0]?.texts.find(hasBlanksAround);
  if (example !== undefined)
    notes.push({
      code: "blanks_around",
      text: `Blanks around the texts of ${listedFew(namesOf(kept))} are kept, as in ${quoted(example)}.`,
      offers: [{ label: "Leave them off", change: trimAs(kept, true) }],
    });
  if (trimmed.length > 0)
    notes.push({
      code: "blanks_around",
      text: `Blanks around the texts of ${listedFew(namesOf(trimmed))} are left off.`,
      offers: [{ label: "Keep them", change: trimAs(trimmed, false) }],
    });
  return notes;
}

function isWhole(values: readonly string[]): boolean {
  return values.every((text) => /^\s*-?\d+\s*$/.test(text));
}
