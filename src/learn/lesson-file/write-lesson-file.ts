import type { Lesson } from "../lesson";
import { LESSON_FILE_END } from "./lesson-file-name";

/** What a lesson file is written from: {@link readLessonFile} reads the same. */
export interface LessonToWrite {
  readonly title: string;
  readonly idea?: string;
  readonly author?: string;
  readonly minutes?: number;
  readonly lesson: Lesson;
  /** Markdown: a section `## Title` for each part. */
  readonly text: string;
}

/** Writes a lesson as one file, such that a person can go on with it in any editor: its data, a row a line, then its text. */
export function writeLessonFile({ lesson, text, title, idea, author, minutes }: LessonToWrite): string {
  const said = { version: 1, title, idea, author, minutes };
  const front = Object.entries({ ...said, ...lesson }).filter(([, value]) => value !== undefined);
  return `---\n${written(Object.fromEntries(front), "")}\n---\n\n${text.trim()}\n`;
}

/** A name for the file of a lesson: its title in small letters and dashes. */
export function lessonFileName(title: string): string {
  return `${shortName(title)}${LESSON_FILE_END}`;
}

/** A title as a short name, for addresses: `Look left, take the last` is `look-left-take-the-last`. */
export function shortName(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = (words ?? []).join("-").slice(0, 60).replace(/-$/, "");
  return /^[a-z]/.test(name) ? name : ["lesson", name].filter((part) => part !== "").join("-");
}

/**
 * Signs that Markdown, or a directive, takes for more than themselves wherever they stand: code, links, a backslash before
 * another sign, emphasis but where spaces or letters are on both sides, HTML, characters by name, and facts.
 */
const SIGNS =
  /[`[]|\\(?=[!-/:-@[-`{-~]|$)|(?<!(?<!\S)\**)\*|\*(?!\**(?!\S))|(?<![\p{L}\p{N}]_*)_|_(?!_*[\p{L}\p{N}])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|:(?=[^\s\p{P}\p{S}\d])|:(?=\d[^\s\p{P}\p{S}]*[-_{]|\d[^\s]*\{)/gu;

/** What begins a heading, a quote, a list, a line, a block of code, or a directive that stands alone. */
const BEGINNING = /^(?:([#>*_~=+-]|:(?=:))|(\d+)([.)]))/;

/** Words of unknown origin as a paragraph of Markdown, such that they are read as they are; what means nothing else stays itself. */
export function asMarkdown(words: string): string {
  const escaped = escapedWithin(words);
  return escaped.replace(BEGINNING, (_, sign, number, end) =>
    sign === undefined ? `${number}\\${end}` : `\\${sign}`,
  );
}

/** The same between the brackets of a directive. */
export function asLabel(words: string): string {
  return escapedWithin(words).replace(/(?<!\\)(?:\\\\)*\]/g, (end) => `${end.slice(0, -1)}\\]`);
}

function escapedWithin(words: string): string {
  return words.replace(/\s+/g, " ").trim().replace(SIGNS, "\\$&");
}

const LINE = 110;

/** JSON whose small values stand on one line each. */
function written(value: unknown, indent: string): string {
  const short = onOneLine(value);
  if (typeof value !== "object" || value === null || indent.length + short.length <= LINE) return short;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const entries = Array.isArray(value)
    ? value.map((entry: unknown) => written(entry, deeper))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${written(entry, deeper)}`);
  return `${open}\n${entries.map((entry) => `${deeper}${entry}`).join(",\n")}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${onOneLine(entry)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
