import { lineOf } from "../programs/places";
import type { LadderProgram, PlacedLine } from "../programs/program";
import type { Blank, BlankId } from "./blank";

/** A piece of a line: text, or a blank. */
export type LinePiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank"; readonly blank: Blank };

/** A line of a program with blanks. */
export interface BlankLine extends PlacedLine {
  readonly pieces: readonly LinePiece[];
}

/** The right program with parts of it left open. */
export interface BlankProgram extends Pick<LadderProgram, "language" | "given" | "step" | "prelude"> {
  readonly lines: readonly BlankLine[];
  /** From the top. */
  readonly blanks: readonly Blank[];
}

/** Where a blank stands: in which line, over which text. */
export interface BlankSpot {
  readonly blank: Blank;
  readonly line: PlacedLine["id"];
  readonly over: string;
  /** The line's text where it is not that of the program: it needs a word more for the blank to have its place. */
  readonly lineText?: string;
}

/** @throws RangeError where a line has no such text. */
export function blankProgram(program: LadderProgram, spots: readonly BlankSpot[]): BlankProgram {
  const { language, given, step, prelude, right } = program;
  const lines = right.map((placed): BlankLine => {
    const spot = spots.find(({ line }) => line === placed.id);
    const text = spot?.lineText ?? lineOf(program, placed.id).text;
    if (spot === undefined) return { ...placed, pieces: [{ kind: "text", text }] };
    const from = text.indexOf(spot.over);
    if (from < 0) throw new RangeError(`${JSON.stringify(text)} must hold ${JSON.stringify(spot.over)}`);
    return {
      ...placed,
      pieces: [
        { kind: "text", text: text.slice(0, from) },
        { kind: "blank", blank: spot.blank },
        { kind: "text", text: text.slice(from + spot.over.length) },
      ],
    };
  });
  const blanks = lines.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "blank" ? [piece.blank] : [])),
  );
  return { language, given, step, prelude, lines, blanks };
}

/** A blank of a program by its id. Throws a `RangeError` where the program has none of it. */
export function blankOf({ blanks, language }: BlankProgram, id: BlankId): Blank {
  const blank = blanks.find((one) => one.id === id);
  if (blank === undefined) throw new RangeError(`the ${language} program has no blank ${id}`);
  return blank;
}
