/** Adults read 238 words a minute in silence (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). */
const WORD_MS = 250;

/** The eyes go from the sentence to the picture, and see what has changed. */
const LOOK_MS = 1000;

export const LEAST_READING_MS = 2400;
/** Of a step that all joins of a wide view take together, whose sentence is read in parts. */
export const MOST_READING_MS = 15_000;

/** How long a step is shown at speed 1 so that its sentence can be read, milliseconds. */
export function readingTimeMs(sentence: string): number {
  const words = sentence.split(/\s+/).filter((word) => word !== "").length;
  return Math.min(MOST_READING_MS, Math.max(LEAST_READING_MS, LOOK_MS + words * WORD_MS));
}
