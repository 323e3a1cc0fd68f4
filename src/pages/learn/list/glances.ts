import type { LessonName } from "../../../learn/lesson-names";
import type { MarkState } from "../../../terms/verdicts";

/** A picture is so large, pixels; it is drawn in the same proportions at any size. */
export const GLANCE = { width: 136, height: 44 } as const;
/** Where the moment of the prediction stands in every one of them. */
export const AS_OF_X = 84;
/** The height of a lane that is the only one. */
const MIDDLE = 22;

/** One thing in the picture of a lesson; what has no `y` is on the middle lane, or as high as the picture. */
export type GlanceItem =
  | { readonly kind: "lane"; readonly y: number; readonly from?: number }
  | { readonly kind: "future" | "as-of" }
  | { readonly kind: "mark"; readonly state: MarkState; readonly x: number; readonly y: number }
  | { readonly kind: "small"; readonly state: MarkState; readonly x: number; readonly y: number }
  | { readonly kind: "arc"; readonly x: number; readonly y: number; readonly leak?: true }
  | { readonly kind: "bracket" | "tail"; readonly from: number; readonly to: number }
  | { readonly kind: "ttl"; readonly from: number }
  | { readonly kind: "split" | "ttl-edge"; readonly x: number }
  | { readonly kind: "box"; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: "sign"; readonly x: number; readonly y: number; readonly text: string }
  | { readonly kind: "steps"; readonly path: string; readonly endY: number };

const lane = (y = MIDDLE, from = 0): GlanceItem => ({ kind: "lane", y, from });
const mark = (state: MarkState, x: number, y = MIDDLE): GlanceItem => ({ kind: "mark", state, x, y });
const small = (state: MarkState, x: number, y: number): GlanceItem => ({ kind: "small", state, x, y });
const chosen = (x: number, y = MIDDLE): readonly GlanceItem[] => [
  { kind: "arc", x, y },
  mark("chosen", x, y),
];
const FUTURE: GlanceItem = { kind: "future" };
const AS_OF: GlanceItem = { kind: "as-of" };

/** What each lesson is about, at a glance: from back to front, in the timeline's own shapes. */
export const GLANCES: Readonly<Record<LessonName, readonly GlanceItem[]>> = {
  opening: [lane(), mark("undecided", 34), AS_OF, { kind: "bracket", from: 93, to: 135 }],
  "tempting-join": [
    FUTURE,
    lane(),
    mark("superseded", 48),
    { kind: "arc", x: 113, y: MIDDLE, leak: true },
    AS_OF,
    mark("leak", 113),
  ],
  "look-left": [FUTURE, lane(), mark("superseded", 20), AS_OF, ...chosen(54), mark("future", 113)],
  boundary: [
    lane(10),
    lane(34),
    { kind: "sign", x: 55, y: 10, text: "≤" },
    { kind: "sign", x: 55, y: 34, text: "<" },
    AS_OF,
    mark("chosen", AS_OF_X, 10),
    mark("future", AS_OF_X, 34),
  ],
  "too-old": [
    { kind: "ttl", from: 36 },
    lane(),
    { kind: "ttl-edge", x: 36 },
    mark("expired", 16),
    AS_OF,
    mark("chosen", 61),
  ],
  nothing: [FUTURE, lane(), { kind: "box", from: 24, to: 66, text: "null" }, AS_OF, mark("future", 113)],
  "one-row": [lane(), small("superseded", 46, 6), small("superseded", 46, 38), AS_OF, ...chosen(46)],
  "known-then": [
    FUTURE,
    lane(),
    { kind: "tail", from: 52, to: 113 },
    AS_OF,
    mark("chosen", 20),
    mark("not_yet_known", 52),
  ],
  "time-split": [
    lane(5),
    lane(16),
    lane(27),
    lane(38),
    AS_OF,
    { kind: "split", x: 120 },
    small("undecided", 56, 5),
    small("undecided", 68, 16),
    small("leak", 101, 27),
    small("undecided", 38, 38),
  ],
  "two-stores": [
    lane(9),
    AS_OF,
    small("undecided", 14, 9),
    small("undecided", 40, 9),
    small("undecided", 66, 9),
    { kind: "steps", path: "M0 36 H26 V30 H54 V24 H84", endY: 24 },
  ],
  "your-data": [
    lane(MIDDLE, 40),
    { kind: "box", from: 1, to: 39, text: "csv" },
    AS_OF,
    small("undecided", 52, MIDDLE),
    small("undecided", 70, MIDDLE),
    small("undecided", 112, MIDDLE),
  ],
};
