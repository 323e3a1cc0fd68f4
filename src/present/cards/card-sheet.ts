import { LETTERS, type Letter } from "../answers";
import { CARD_COUNT } from "./card-codes";

/** The papers that cards are printed on, in millimetres, upright. */
export const PAPERS = {
  a4: { name: "A4", width: 210, height: 297 },
  letter: { name: "Letter", width: 215.9, height: 279.4 },
} as const;
export type PaperName = keyof typeof PAPERS;

/** How many cards are on a page. */
export const PER_PAGE = [2, 1] as const;
export type PerPage = (typeof PER_PAGE)[number];

/**
 * The side of a marker, in millimetres. One a page it is as large as leaves two thirds of a cell white beside it on A4, which
 * is what it takes to be read before a dark wall, and room for a letter.
 */
export const MARKER_SIDES: Readonly<Record<PerPage, number>> = { 2: 96, 1: 176 };

/** A letter at an edge of a card. */
export interface EdgeLetter {
  readonly letter: Letter;
  /** The middle of the letter, in millimetres from the top left of the card. */
  readonly x: number;
  readonly y: number;
  /** How far it is turned with the clock, in degrees: its head is towards the edge. */
  readonly turned: number;
}

/** Where everything stands on a card, in millimetres from its top left. */
export interface CardLayout {
  readonly width: number;
  readonly height: number;
  readonly marker: { readonly x: number; readonly y: number; readonly side: number };
  readonly letters: readonly EdgeLetter[];
  /** How far text stands from the edges of the card. Printers leave about 5 mm white. */
  readonly margin: number;
}

/** How far the middle of an edge's letter is from that edge. */
const LETTER_FROM_EDGE = 9;
const LETTER_FROM_SIDE = 8.5;

/** A card that takes its share of a page. The marker stands in the middle of it: what is turned stays in its place. */
export function cardLayout(paper: PaperName, perPage: PerPage): CardLayout {
  const { width, height: pageHeight } = PAPERS[paper];
  const height = pageHeight / perPage;
  const side = MARKER_SIDES[perPage];
  const places = [
    { x: width / 2, y: LETTER_FROM_EDGE },
    { x: width - LETTER_FROM_SIDE, y: height / 2 },
    { x: width / 2, y: height - LETTER_FROM_EDGE },
    { x: LETTER_FROM_SIDE, y: height / 2 },
  ];
  const letters = LETTERS.flatMap((letter, i) => {
    const place = places[i];
    return place === undefined ? [] : [{ letter, ...place, turned: i * 90 }];
  });
  return {
    width,
    height,
    marker: { x: (width - side) / 2, y: (height - side) / 2, side },
    letters,
    margin: 7.5,
  };
}

/** The pages of so many cards, by the cards' numbers. */
export function sheetsOf(cards: number, perPage: PerPage): number[][] {
  const count = Math.min(Math.max(cards, 1), CARD_COUNT);
  return Array.from({ length: Math.ceil(count / perPage) }, (_, sheet) =>
    Array.from({ length: perPage }, (_, i) => sheet * perPage + i + 1).filter((card) => card <= count),
  );
}
