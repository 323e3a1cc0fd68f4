import { LANGUAGE_WORDS, type Language } from "../../terms/languages";
import type { LinePart } from "../programs/line-parts";
import { meaningOfParts } from "../programs/meaning";
import type { Meaning } from "../programs/program";
import type { Blank, Filled, Filling } from "./blank";
import type { BlankProgram, LinePiece } from "./blank-program";

/** What was written into a blank, as it is read. */
export type ReadFilling =
  | { readonly kind: "open" }
  | { readonly kind: "read"; readonly filling: Filling }
  /** It cannot stand there. */
  | { readonly kind: "refused"; readonly sentence: string };

/** Reads what was written into a blank: spaces do not matter, in SQL neither does the case. */
export function readFilling({ language }: BlankProgram, blank: Blank, text: string): ReadFilling {
  const typed = normalized(language, text);
  const written = SAME[language][typed] ?? typed;
  if (written === "") return { kind: "open" };
  const filling = blank.fillings.find((one) => normalized(language, one.text) === written);
  if (filling !== undefined) return { kind: "read", filling };
  return { kind: "refused", sentence: MISSPELT[language][written] ?? whyNot(language, blank, written) };
}

/**
 * What a filled program does.
 *
 * @returns `null` while a blank is open, or holds what cannot stand there.
 */
export function meaningOfFilled(program: BlankProgram, filled: Filled): Meaning | null {
  const parts: LinePart[] = [];
  for (const blank of program.blanks) {
    const read = readFilling(program, blank, filled[blank.id] ?? "");
    if (read.kind !== "read") return null;
    parts.push(read.filling.part);
  }
  return meaningOfParts(Object.assign({ ...WITHOUT_BLANKS }, ...parts));
}

/** A filled program as text, as it runs. What is open, or cannot stand there, is left as it was written. */
export function filledText(program: BlankProgram, filled: Filled): string {
  const pieceText = (piece: LinePiece) => {
    if (piece.kind === "text") return piece.text;
    const { blank } = piece;
    const written = filled[blank.id] ?? "";
    const read = readFilling(program, blank, written);
    return read.kind === "read" ? read.filling.text : written.trim();
  };
  return program.lines
    .map(({ indent, pieces }) => program.step.repeat(indent) + pieces.map(pieceText).join(""))
    .join("\n");
}

/** What the program says with every blank open. */
const WITHOUT_BLANKS = {
  byKey: false,
  happened: null,
  known: null,
  fresh: null,
  cell: "row",
  order: null,
} as const;

function normalized(language: Language, text: string): string {
  const packed = text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/\s*([-<>=!]+)\s*/gu, "$1");
  return language === "sql" ? packed.toUpperCase() : packed;
}

/** Why something that is not known cannot stand in a blank: it compares, but to no end that a join here has, or it is nothing of the language. */
function whyNot(language: Language, blank: Blank, written: string): string {
  const isOperator = blank.fillings.some(({ text }) => text === "<=") && COMPARES[language].includes(written);
  const valid = `This is ${LANGUAGE_WORDS[language]}, but no join that is drawn here. `;
  return (isOperator ? valid : "") + whatFits(blank);
}

const COMPARES: Readonly<Record<Language, readonly string[]>> = {
  sql: ["=", "<>"],
  python: ["==", "!="],
  typescript: ["===", "!=="],
};

/** What is written in two ways, normalized, and which of them the fillings have. */
const SAME: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sql: { "!=": "<>" },
  python: {},
  typescript: { "!=": "!==" },
};

/** Every filling of a blank, in a sentence. */
function whatFits({ fillings }: Blank): string {
  const texts = fillings.map(({ text }) => text);
  return `Here can stand ${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}.`;
}

const AT_MOST = "“At most” is written <=.";
const AT_LEAST = "“At least” is written >=.";
const SIGNS = { "=<": AT_MOST, "≤": AT_MOST, "=>": AT_LEAST, "≥": AT_LEAST };

/** What people write for what they mean, normalized, and how it is written. */
const MISSPELT: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sql: { ...SIGNS, "===": "SQL compares with =.", "==": "SQL compares with =." },
  python: {
    ...SIGNS,
    "=": "Python compares with ==; = gives a name to a value.",
    true: "Python writes True with a capital.",
    false: "Python writes False with a capital.",
  },
  typescript: {
    ...SIGNS,
    "=": "TypeScript compares with ===; = assigns.",
    "==": "TypeScript compares with ===.",
  },
};
