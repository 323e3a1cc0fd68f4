import ical from "node-ical";
import { expect, test } from "vitest";
import type { CalendarEntry } from "./calendar-entries";
import { writeCalendar } from "./write-calendar";

const AT = Date.UTC(2026, 11, 3, 14, 15);
const NOW = Date.UTC(2026, 10, 28, 9, 0);
const LINK = `https://example.org/apps/${"long-".repeat(20)}/#/learn?part=review`;
const ENTRIES: readonly CalendarEntry[] = [
  { startMs: AT, lessons: [{ lesson: "look-left", count: 2 }] },
  { startMs: AT + 86_400_000, lessons: [{ lesson: "boundary", count: 1 }] },
];

test("another library reads the same times, titles and links", () => {
  const read = ical.sync.parseICS(writeCalendar(ENTRIES, { link: LINK, note: null }, NOW));
  const events = Object.values(read).flatMap((one) => (one?.type === "VEVENT" ? [one] : []));
  expect(events.map(({ start, end, dtstamp }) => [+start, +(end ?? 0), +(dtstamp ?? 0)])).toEqual([
    [AT, AT + 15 * 60_000, NOW],
    [AT + 86_400_000, AT + 86_400_000 + 15 * 60_000, NOW],
  ]);
  expect(events.map(({ summary }) => summary)).toEqual([
    "microFS: 2 questions come back",
    "microFS: a question comes back",
  ]);
  for (const { url, description } of events) {
    expect(url).toBe(LINK);
    expect(description).toContain(`\n${LINK}\n`);
  }
  expect(String(events[0]?.description)).toContain("Lesson 2, Look left, take the last: 2 questions");
});

test("its lines end in CRLF and have 75 octets at most, none is cut within a letter, and its entries are the same when written again", () => {
  const note = "Öffne die Datei dort, wo du gelernt hast – ".repeat(6);
  const text = writeCalendar(ENTRIES, { link: LINK, note }, NOW);
  const lines = text.split("\r\n");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(lines.join("")).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(note.replaceAll(",", "\\,").trim());
  const uids = (written: string) => written.match(/^UID:.+$/gm);
  expect(new Set(uids(text)).size).toBe(2);
  expect(uids(writeCalendar(ENTRIES, { link: LINK, note: null }, NOW + 1000))).toEqual(uids(text));
});
