/**
 * A test as a picture of text, a character a day:
 *
 *     a--b~~|---   a happened and was known on day 0; b happened on day 3 and was known on day 6
 *     |~~c------   c was known on day 0 and happened on day 3
 *     ----?-----   asked on day 4
 *
 * Rows whose characters would meet stand in lines of their own.
 */

/** Days that a picture is wide. */
export const MARBLE_DAYS = 10;
const EMPTY_DAY = "-";
const ASKED = "?";
const WAITING = "~";
const KNOWN = "|";

/** A row of the group: which letter it has, and on which days it happened and became known. */
export interface MarbleEvent {
  readonly letter: string;
  readonly day: number;
  readonly knownDay: number;
}

/**
 * The rows that a picture shows, in the order of their letters.
 *
 * @throws SyntaxError where a picture says nothing that can be read.
 */
export function readEvents(lines: readonly string[]): MarbleEvent[] {
  return lines.flatMap(eventsOf).toSorted((a, b) => inLetters(a.letter, b.letter));
}

/** Capital letters stand among small ones. */
export function inLetters(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What stands in a line: a row known at once, one that is known later, one that is known before it happens. */
const EVENT = /(?<known>\|~*)?(?<letter>[A-Za-z])(?<later>~*\|)?/gu;

function eventsOf(line: string): MarbleEvent[] {
  const rest = line.replace(EVENT, (text) => EMPTY_DAY.repeat(text.length));
  if (!/^-*$/u.test(rest)) throw new SyntaxError(`a line of events must not hold ${JSON.stringify(line)}`);
  return Array.from(line.matchAll(EVENT), ({ index, groups = {} }) => {
    const { known = "", letter = "", later = "" } = groups;
    const day = index + known.length;
    return { letter, day, knownDay: known === "" ? day + later.length : index };
  });
}

/** The days on which a prediction is asked for, ascending. Throws a SyntaxError as {@link readEvents} does. */
export function readAsked(line: string): number[] {
  if (!/^[-?]*$/u.test(line))
    throw new SyntaxError(`a line of predictions must not hold ${JSON.stringify(line)}`);
  return [...line].flatMap((character, day) => (character === ASKED ? [day] : []));
}

/** Rows as lines, as few as there can be when each stands in the first line with room for it. {@link readEvents} reads them. */
export function writeEvents(events: readonly MarbleEvent[], days = MARBLE_DAYS): string[] {
  const lines: string[] = [];
  for (const event of events) {
    const [from, text] = eventText(event);
    const to = from + text.length;
    // What begins by being known must not touch a letter before it, which would take that for its own.
    const first = text.startsWith(KNOWN) ? Math.max(0, from - 1) : from;
    const hasRoom = (line: string) =>
      /^-*$/u.test(line.slice(first, to)) && (line[to] !== KNOWN || text.endsWith(KNOWN));
    const found = lines.findIndex(hasRoom);
    const line = lines[found] ?? EMPTY_DAY.repeat(days);
    const written = line.slice(0, from) + text + line.slice(to);
    if (found < 0) lines.push(written);
    else lines[found] = written;
  }
  return lines.length > 0 ? lines : [EMPTY_DAY.repeat(days)];
}

function eventText({ letter, day, knownDay }: MarbleEvent): [from: number, text: string] {
  if (knownDay === day) return [day, letter];
  const waiting = WAITING.repeat(Math.abs(knownDay - day) - 1);
  return knownDay > day ? [day, letter + waiting + KNOWN] : [knownDay, KNOWN + waiting + letter];
}

/** What stands at some days, and nothing at the others. */
export function writeDays(at: ReadonlyMap<number, string>, days = MARBLE_DAYS): string {
  return Array.from({ length: days }, (_, day) => at.get(day) ?? EMPTY_DAY).join("");
}

/** @param asked - Days, each of them once. */
export function writeAsked(asked: readonly number[], days = MARBLE_DAYS): string {
  return writeDays(new Map(asked.map((day) => [day, ASKED])), days);
}
