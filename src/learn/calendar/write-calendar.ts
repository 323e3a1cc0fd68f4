import ICAL from "ical.js";
import { COURSE_WORDS } from "../course";
import { LESSON_NAMES } from "../lesson-names";
import { say, WORDS } from "../words";
import { type CalendarEntry, entrySize } from "./calendar-entries";

/** How long an entry lasts. */
const MINUTES = 15;
/** Octets of a line, without the space that one begins with that goes on: RFC 5545, 3.1, has room for 75. */
const LINE = 74;

/**
 * A calendar file (RFC 5545) with an entry for each time to answer again. The same times written again are the same entries to a calendar.
 *
 * @param link - The address that asks what has come back.
 * @param note - What the link needs, where it does not open by itself; `null` for nothing.
 * @param nowMs - When it is written, milliseconds since 1970.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { link, note }: { readonly link: string; readonly note: string | null },
  nowMs: number,
): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//microFS//Learn//EN");
  for (const entry of entries) {
    const event = new ICAL.Component("vevent");
    const start = time(entry.startMs);
    event.addPropertyWithValue("uid", `answer-again-${start.toICALString()}@microfs`);
    event.addPropertyWithValue("dtstamp", time(nowMs));
    event.addPropertyWithValue("dtstart", start);
    event.addPropertyWithValue("duration", ICAL.Duration.fromData({ minutes: MINUTES }));
    event.addPropertyWithValue("summary", titleOf(entry));
    event.addPropertyWithValue("description", textOf(entry, link, note));
    event.addPropertyWithValue("url", link);
    event.addPropertyWithValue("transp", "TRANSPARENT");
    calendar.addSubcomponent(event);
  }
  ICAL.foldLength = LINE;
  return `${calendar.toString()}\r\n`;
}

function titleOf(entry: CalendarEntry): string {
  const count = entrySize(entry);
  return count === 1 ? WORDS.calendar.titleOne : say(WORDS.calendar.title, { count });
}

function textOf({ lessons }: CalendarEntry, link: string, note: string | null): string {
  const from = lessons.map(({ lesson, count }) =>
    say(count === 1 ? WORDS.calendar.fromOne : WORDS.calendar.from, {
      count,
      number: LESSON_NAMES.indexOf(lesson),
      lesson: COURSE_WORDS[lesson].title,
    }),
  );
  return [WORDS.calendar.about, from.join("\n"), link, note ?? WORDS.calendar.here].join("\n\n");
}

function time(ms: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(ms), true);
}
