import { FormatError } from "../../format-error";

const DAY_MS = 86_400_000;
const PROBE_MS = 3 * DAY_MS;

/** A stretch of time with one offset from UTC: from `fromMs` (UTC, inclusive) to the next one's. */
interface Stretch {
  fromMs: number;
  offsetMs: number;
}

/**
 * Turns the times of clocks on the wall in one zone into UTC, by the browser's own time-zone data.
 * A time that came twice (clocks set back) is its first coming; one that never was (clocks set forward) is none.
 */
export class ZoneClock {
  readonly zone: string;
  /** How many of the times asked for came twice. */
  ambiguous = 0;
  readonly #format: Intl.DateTimeFormat | undefined;
  readonly #years = new Map<number, Stretch[]>();

  /** @throws FormatError `unknown_zone` where the browser does not know the zone. */
  constructor(zone: string) {
    this.zone = zone;
    this.#format = zone === "UTC" ? undefined : formatFor(zone);
  }

  /**
   * @param localMs - What the clock on the wall shows, as if it were UTC. Milliseconds since 1970.
   * @returns Milliseconds UTC, or NaN where no clock in the zone ever showed that. Costs O(1) after the first of a year.
   */
  toUtcMs(localMs: number): number {
    if (this.#format === undefined) return localMs;
    const stretches = this.#stretchesAround(localMs);
    let found = Number.NaN;
    for (let at = stretches.length - 1; at >= 0; at--) {
      const stretch = stretches[at] as Stretch;
      const utcMs = localMs - stretch.offsetMs;
      const untilMs = stretches[at + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
      if (utcMs < stretch.fromMs || utcMs >= untilMs) continue;
      if (!Number.isNaN(found)) this.ambiguous++;
      found = utcMs;
    }
    return found;
  }

  /** The first moment at which a clock on the wall shows `localMs` or later: midnight, where clocks skip midnight. */
  firstUtcMsFrom(localMs: number): number {
    const exact = this.toUtcMs(localMs);
    if (!Number.isNaN(exact)) return exact;
    const stretches = this.#stretchesAround(localMs);
    const skipping = stretches.find((stretch) => stretch.fromMs + stretch.offsetMs > localMs);
    return skipping?.fromMs ?? Number.NaN;
  }

  #stretchesAround(localMs: number): Stretch[] {
    const year = new Date(localMs).getUTCFullYear();
    let stretches = this.#years.get(year);
    if (stretches === undefined) {
      const start = new Date(0).setUTCFullYear(year, 0, 1);
      const end = new Date(0).setUTCFullYear(year + 1, 0, 1);
      stretches = this.#stretches(start - PROBE_MS, end + PROBE_MS);
      this.#years.set(year, stretches);
    }
    return stretches;
  }

  /** The offsets in force from one moment to another, found by probing every few days and halving where they differ. */
  #stretches(fromMs: number, toMs: number): Stretch[] {
    const stretches = [{ fromMs: Number.NEGATIVE_INFINITY, offsetMs: this.#offsetMs(fromMs) }];
    for (let at = fromMs; at < toMs; at += PROBE_MS) {
      let before = at;
      let after = at + PROBE_MS;
      const offsetMs = this.#offsetMs(after);
      if (offsetMs === this.#offsetMs(before)) continue;
      while (after - before > 1000) {
        const middle = Math.floor((before + after) / 2000) * 1000;
        if (this.#offsetMs(middle) === offsetMs) after = middle;
        else before = middle;
      }
      stretches.push({ fromMs: after, offsetMs });
    }
    return stretches;
  }

  #offsetMs(utcMs: number): number {
    if (this.#format === undefined) return 0;
    const shown = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
    let isBeforeChrist = false;
    for (const { type, value } of this.#format.formatToParts(utcMs)) {
      if (type === "era") isBeforeChrist = value === "BC";
      else if (isField(type)) shown[type] = Number(value);
    }
    const year = isBeforeChrist ? 1 - shown.year : shown.year;
    const date = new Date(0);
    date.setUTCFullYear(year, shown.month - 1, shown.day);
    return date.setUTCHours(shown.hour, shown.minute, shown.second) - Math.floor(utcMs / 1000) * 1000;
  }
}

type Field = "year" | "month" | "day" | "hour" | "minute" | "second";

function isField(type: string): type is Field {
  return (
    type === "year" ||
    type === "month" ||
    type === "day" ||
    type === "hour" ||
    type === "minute" ||
    type === "second"
  );
}

function formatFor(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new FormatError(
      "unknown_zone",
      `“${zone}” is not a time zone that this browser knows. Write UTC, or a name like Europe/Berlin.`,
      { cause },
    );
  }
}
