import type { Letter } from "../answers";
import type { ReadCard } from "./read-cards";

/** How far apart two readings of a card may be to confirm each other, in milliseconds: a slow machine reads one image a second. */
const CONFIRMED_WITHIN_MS = 3000;

/** What the cards of a class show, as image after image is read. */
export interface CardTally {
  /**
   * Takes what was read in an image; gives what each card shows so far, the same object while nothing changed.
   *
   * @param atMs - When it was taken, on any clock that runs on.
   */
  add(cards: readonly Pick<ReadCard, "card" | "letter">[], atMs: number): Readonly<Record<number, Letter>>;
}

/**
 * Each card counts once, and its last reading wins. A letter counts once the card has shown it twice in a row: what looks like a
 * card in one image only is none, and a card that is being turned passes other letters.
 */
export function createCardTally(): CardTally {
  const last = new Map<number, { letter: Letter; atMs: number }>();
  let readings: Readonly<Record<number, Letter>> = {};
  return {
    add(cards, atMs) {
      for (const { card, letter } of cards) {
        const before = last.get(card);
        last.set(card, { letter, atMs });
        const isConfirmed = before?.letter === letter && atMs - before.atMs <= CONFIRMED_WITHIN_MS;
        if (isConfirmed && readings[card] !== letter) readings = { ...readings, [card]: letter };
      }
      return readings;
    },
  };
}
