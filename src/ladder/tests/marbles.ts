import type { EntitySlice } from "../../microfs/core";
import { joinOf, rightAnswers } from "./answers";
import { dayOf, LETTER_COLUMN } from "./drawn-test";
import type { JoinTest, MarbleLine, TakenRows, TestAnswers } from "./join-test";
import { writeAsked, writeDays, writeEvents } from "./marble-text";

/** At a day on which nothing is right, or nothing is taken. */
const NOTHING = ".";

/** What the characters of a drawn test mean, for its legend. */
export const MARBLE_LEGEND: readonly { readonly mark: string; readonly word: string }[] = [
  { mark: "?", word: "asked" },
  { mark: ".", word: "nothing" },
  { mark: "a~~|", word: "happened, then known" },
  { mark: "|~~a", word: "known, then happened" },
  { mark: "B", word: "another user’s" },
];

/**
 * A test as it is drawn: per user its payments, when it is asked, what is right and, where that is not the same, what a
 * program takes. Rows that would meet stand in lines of their own, and so do several that are taken at once.
 *
 * @param answers - What a program takes; `null` where none is looked at.
 */
export function marbles(test: JoinTest, answers: TestAnswers | null): MarbleLine[][] {
  const right = rightAnswers(test);
  return test.slices.map((slice) => {
    const days = Array.from(slice.spine.timesUs, dayOf);
    const of = (all: TestAnswers) => Array.from(slice.spine.rows, (row) => all[row] ?? []);
    const differsAt =
      answers === null ? [] : days.filter((_, i) => !isSameAnswer(of(right)[i] ?? [], of(answers)[i] ?? []));
    const plain = (kind: MarbleLine["kind"], text: string): MarbleLine => ({ kind, text, differsAt: [] });
    return [
      ...writeEvents(eventsOf(slice)).map((text) => plain("events", text)),
      plain("asked", writeAsked(days)),
      ...answerLines(test, days, of(right)).map((text) => plain("right", text)),
      ...(answers === null || differsAt.length === 0
        ? []
        : answerLines(test, days, of(answers)).map(
            (text): MarbleLine => ({
              kind: "yours",
              text,
              differsAt: differsAt.filter((day) => text[day] !== "-"),
            }),
          )),
    ];
  });
}

/** Whether the same rows are taken. */
export function isSameAnswer(a: TakenRows, b: TakenRows): boolean {
  return a.length === b.length && a.every((row) => b.includes(row));
}

/** Whether a program takes the right rows in all of a test. */
export function agrees(test: JoinTest, answers: TestAnswers): boolean {
  return rightAnswers(test).every((right, row) => isSameAnswer(right, answers[row] ?? []));
}

/** As many lines as the most rows that are taken at once. */
function answerLines(test: JoinTest, days: readonly number[], taken: readonly TakenRows[]): string[] {
  const height = Math.max(1, ...taken.map((rows) => rows.length));
  return Array.from({ length: height }, (_, line) =>
    writeDays(
      new Map(
        days.flatMap((day, i) => {
          const rows = taken[i] ?? [];
          const row = rows[line];
          if (row !== undefined) return [[day, letterOf(test, row)]];
          return line === 0 ? [[day, NOTHING]] : [];
        }),
      ),
    ),
  );
}

/** A row's letter, whosever it is. */
function letterOf({ slices }: JoinTest, row: number): string {
  for (const { joins } of slices) {
    const join = joinOf(joins);
    const position = join.rows.indexOf(row);
    if (position >= 0) return lettersOf(join.columns)[position] ?? "";
  }
  throw new RangeError(`the test has no row ${row}`);
}

function eventsOf({ joins }: EntitySlice) {
  const { columns, eventTimesUs, createdTimesUs } = joinOf(joins);
  return lettersOf(columns).map((letter, position) => ({
    letter,
    day: dayOf(eventTimesUs[position] ?? 0n),
    knownDay: dayOf((createdTimesUs ?? eventTimesUs)[position] ?? 0n),
  }));
}

function lettersOf(columns: EntitySlice["joins"][number]["columns"]): string[] {
  const column = columns.find(({ name }) => name === LETTER_COLUMN);
  return (column?.values ?? []).map(String);
}
