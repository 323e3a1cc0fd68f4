import { LETTERS, type Letter } from "../answers";

/** How many cells a code has in a row; the black border around it is one cell wide. */
export const CODE_CELLS = 5;
/** How many cells a marker has in a row, its border counted. */
export const MARKER_CELLS = CODE_CELLS + 2;

/**
 * The codes of the cards 1 to 60: the markers 1 to 60 of ArUco's dictionary 5×5 1000 (OpenCV's `DICT_5X5_1000`), row by row from
 * the top left, the highest of 25 bits first, 1 for white. Any other ArUco reader gives them the same numbers.
 */
// biome-ignore format: a table
const CODES: readonly number[] = [
  0x01c06e6, 0x1af0edd, 0x10395f7, 0x1aeb524, 0x1d4082d, 0x0d3d7ec, 0x0e2146b, 0x10d6132, 0x1313fa5, 0x13cee03,
  0x1a2dac0, 0x1e62b11, 0x05e7166, 0x1fcfca8, 0x051e37f, 0x097a758, 0x0bea26f, 0x0f64dc4, 0x1061de8, 0x12dda75,
  0x150e440, 0x16b0ca1, 0x0ba12de, 0x19cd023, 0x1a59972, 0x1c3ce8b, 0x0224246, 0x03b9672, 0x024223b, 0x027376e,
  0x0368873, 0x040d0ce, 0x04aaac8, 0x04643ba, 0x07a6fea, 0x0998aac, 0x082d101, 0x09aad1d, 0x0863c72, 0x0ad2825,
  0x0a52f9e, 0x0d849f7, 0x0c309d9, 0x0da7e31, 0x0e9627a, 0x0e9b997, 0x0f94806, 0x0f59125, 0x0f6b7d7, 0x11b58e4,
  0x11ad279, 0x11e380b, 0x1169445, 0x12ffb4a, 0x158cb8d, 0x15987f0, 0x1422fdf, 0x14e1227, 0x156df22, 0x173dbf1,
];

/** How many cards there are. Their numbers count from 1. */
export const CARD_COUNT = CODES.length;

/** In how many cells any two codes differ at least, whichever way each is turned, and each from itself turned. */
export const LEAST_DISTANCE = 8;

/** The code of a card: 25 bits, row by row. The number must be 1 to {@link CARD_COUNT}. */
export function codeOf(card: number): number {
  const code = CODES[card - 1];
  if (code === undefined) throw new RangeError(`card must be 1 to ${CARD_COUNT}: ${card}`);
  return code;
}

/** Whether the cell of a code is white. Rows and columns count from 0, at the top left. */
export function isWhite(code: number, row: number, column: number): boolean {
  return ((code >>> (CODE_CELLS * CODE_CELLS - 1 - (row * CODE_CELLS + column))) & 1) === 1;
}

/** The code as it looks after a quarter turn against the clock. */
export function quarterTurn(code: number): number {
  let turned = 0;
  for (let row = 0; row < CODE_CELLS; row++)
    for (let column = 0; column < CODE_CELLS; column++)
      turned = (turned << 1) | Number(isWhite(code, column, CODE_CELLS - 1 - row));
  return turned;
}

/** What a card looks like when it is held up for a letter. */
export interface TurnedCode {
  readonly card: number;
  readonly letter: Letter;
  readonly code: number;
}

/**
 * Every card in its four turnings. The letters stand around the marker with the clock, A on top: each quarter turn against it
 * brings the next one up.
 */
export const TURNED_CODES: readonly TurnedCode[] = CODES.flatMap((code, i) => {
  let turned = code;
  return LETTERS.map((letter, turns) => {
    if (turns > 0) turned = quarterTurn(turned);
    return { card: i + 1, letter, code: turned };
  });
});
