import { escapeFormula } from "../../../formats/csv/formula";
import type { Student } from "../../../learn/handed-in/students";

const HEADER = [
  "student",
  "where",
  "lesson",
  "question",
  "form",
  "answer",
  "right",
  "stands for",
  "how sure",
];

/**
 * All answers of a class as CSV (RFC 4180), a line each, safe to be opened in a spreadsheet.
 *
 * @param nameOf - What a student is called in it.
 */
export function resultsCsv(students: readonly Student[], nameOf: (student: Student) => string): string {
  const lines = students.flatMap((student) => {
    const name = nameOf(student);
    const { answers, practice } = student.handedIn;
    return [
      ...answers.map((one) => [
        name,
        one.at,
        one.lesson,
        one.question,
        String(one.variant + 1),
        one.option,
        yesOrNo(one.isRight),
        one.belief ?? "",
        one.sure ?? "",
      ]),
      ...practice.map((one) => [
        name,
        "practice",
        "",
        one.practised,
        "",
        "",
        yesOrNo(one.isRight),
        one.belief ?? "",
        one.sure ?? "",
      ]),
    ];
  });
  return [HEADER, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}

function cell(text: string): string {
  const safe = escapeFormula(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
