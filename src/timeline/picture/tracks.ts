/** What a mark and its tail cover of a lane, pixels. */
export interface Span {
  readonly x: number;
  readonly y: number;
  /** Where its tail ends; where it has none, its own place. */
  readonly toX: number;
}

export interface TrackRoom {
  /** The lane's line. */
  readonly center: number;
  /** How far above and below it marks may stand. */
  readonly half: number;
  /** From one track to the next, where there is room for it. */
  readonly step: number;
  /** How far a mark reaches from its middle. */
  readonly reach: number;
}

/** More would stand so near to each other that nobody tells them apart. */
const MOST_TRACKS = 4;

/**
 * Where a tail runs through other marks, each of them gets a track of its own, so that its end is seen to belong to its
 * mark: the earliest uppermost. What no tail runs through stays where it stands, and so does what needs too many tracks.
 *
 * @param spans - In the order of x.
 * @returns The y of each. O(marks × tracks).
 */
export function onTracks(spans: readonly Span[], room: TrackRoom): number[] {
  return groups(spans).flatMap((group) => {
    const ys = group.map(({ y }) => y);
    if (!group.some((span, i) => group.slice(i + 1).some((other) => runsThrough(span, other, room.reach))))
      return ys;
    const tracks = tracksOf(group, room.reach);
    const most = Math.max(...tracks);
    if (most === 0 || most >= MOST_TRACKS) return ys;
    const step = Math.min(room.step, (2 * room.half) / most);
    return tracks.map((track) => room.center + (track - most / 2) * step);
  });
}

/** Those that tails join to each other. */
function groups(spans: readonly Span[]): Span[][] {
  const all: Span[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    const group = all.at(-1);
    if (group !== undefined && span.x <= end) group.push(span);
    else all.push([span]);
    end = Math.max(end, span.toX);
  }
  return all;
}

function runsThrough(span: Span, other: Span, reach: number): boolean {
  return other.x > span.x && other.x <= span.toX && Math.abs(other.y - span.y) < reach;
}

/** For each the first track that is free where it begins. */
function tracksOf(group: readonly Span[], reach: number): number[] {
  const ends: number[] = [];
  return group.map(({ x, toX }) => {
    const free = ends.findIndex((end) => end < x - reach);
    const track = free === -1 ? ends.length : free;
    ends[track] = toX + reach;
    return track;
  });
}
