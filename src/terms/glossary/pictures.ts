import type { Direction } from "../../microfs/core";
import type { ComparisonTermName } from "../comparison";
import type { PictureElement } from "../picture-elements";
import type { Finding } from "../reasons";
import type { VariantName } from "../variants";
import type { MarkState } from "../verdicts";
import { asOf, cell, future, LINE_X, lane, mark, type PicturePart, type TermPicture, word } from "./picture";

/** A lane that leaves room for a cell beside it. */
const HALF_LANE: PicturePart = { kind: "lane", to: 54 };

/** A mark of the verdict where it is met: left of the line or right of it. */
export const VERDICT_PICTURES: Readonly<Record<MarkState, TermPicture>> = {
  chosen: way("chosen", 36, LINE_X),
  leak: [future, ...way("leak", 102, LINE_X)],
  superseded: [lane, asOf, mark("superseded", 28), mark("chosen", 56)],
  undecided: [lane, asOf, mark("undecided", 28), mark("undecided", 52), mark("undecided", 96)],
  expired: [{ kind: "ttl", from: 38, to: LINE_X }, lane, asOf, mark("expired", 18)],
  not_yet_known: [
    future,
    lane,
    { kind: "tail", state: "not_yet_known", from: 40, to: 98 },
    asOf,
    mark("not_yet_known", 40),
  ],
  wrong_side: [lane, { kind: "as_of", x: 56 }, mark("wrong_side", 26), mark("chosen", 90)],
  future: [future, lane, asOf, mark("future", 94)],
};

/** What was found, and what stands in the cell for it. */
export const REASON_PICTURES: Readonly<Record<Finding, TermPicture>> = {
  chosen: [...half("chosen", 22), cell(64, 9, 42, "50.00", "chosen")],
  leak: [...half("leak", 46), cell(64, 9, 42, "90.00", "leak")],
  expired: [{ kind: "ttl", from: 26, to: 34 }, ...half("expired", 10), nullCell()],
  not_yet_known: [
    HALF_LANE,
    { kind: "tail", state: "not_yet_known", from: 18, to: 48 },
    { kind: "as_of", x: 34 },
    mark("not_yet_known", 18),
    nullCell(),
  ],
  future_only: [...half("future", 46), nullCell()],
  wrong_side: [...half("wrong_side", 16), nullCell()],
  no_entity: [HALF_LANE, { kind: "as_of", x: 34 }, nullCell()],
  null_key: [cell(2, 9, 46, "null", "muted"), nullCell()],
};

/** Which mark is taken, of the same four. */
export const DIRECTION_PICTURES: Readonly<Record<Direction, TermPicture>> = {
  backward: fourMarks(["superseded", "chosen", "future", "future"]),
  nearest: fourMarks(["superseded", "superseded", "leak", "superseded"]),
  forward: fourMarks(["wrong_side", "wrong_side", "leak", "superseded"]),
  latest: fourMarks(["superseded", "superseded", "superseded", "leak"]),
};

export const VARIANT_PICTURES: Readonly<Record<VariantName, TermPicture>> = {
  own: DIRECTION_PICTURES.backward,
  event_time: [
    future,
    lane,
    { kind: "tail", state: "leak", from: 44, to: 98 },
    asOf,
    mark("superseded", 18),
    mark("leak", 44),
  ],
  no_delay: [{ kind: "delay", from: 46, to: LINE_X }, lane, asOf, mark("superseded", 20), mark("leak", 60)],
  event_time_no_delay: [
    { kind: "delay", from: 46, to: LINE_X },
    lane,
    { kind: "tail", state: "leak", from: 60, to: 100 },
    asOf,
    mark("superseded", 20),
    mark("leak", 60),
  ],
  no_ttl: [lane, asOf, mark("chosen", 14)],
  strict: [lane, asOf, mark("chosen", 36), mark("future", LINE_X)],
  nearest: DIRECTION_PICTURES.nearest,
  forward: DIRECTION_PICTURES.forward,
  latest: DIRECTION_PICTURES.latest,
  calendar_date: [
    lane,
    { kind: "span", from: 40, to: 108, y: 32 },
    asOf,
    mark("superseded", 18),
    mark("chosen", 52),
    mark("leak", 96),
  ],
  ordinary: [lane, asOf, mark("chosen", 14), mark("chosen", 48), mark("leak", 100)],
};

export const COMPARISON_PICTURES: Readonly<Record<ComparisonTermName, TermPicture | null>> = {
  rows: [
    cell(2, 0, 44, "1 row"),
    { kind: "arrow", from: 52, to: 64 },
    cell(68, 0, 42, "50.00"),
    cell(68, 18, 42, "15.00"),
  ],
  other: [cell(2, 9, 44, "50.00"), word(51, 22, "≠"), cell(66, 9, 44, "15.00")],
  leaked: VERDICT_PICTURES.leak,
  peek: [future, lane, { kind: "span", from: LINE_X, to: 102, y: 32 }, asOf, mark("leak", 102)],
  stale: [lane, asOf, mark("chosen", 20), mark("superseded", 54)],
  empty: [nullCell(34)],
  size: [cell(2, 0, 42, "50.00"), cell(68, 0, 42, "15.00"), { kind: "span", from: 24, to: 88, y: 28 }],
  // A score is a number: a picture says no more than its sentence.
  offline: null,
  production: null,
};

/** Each element, cut out of the picture that it belongs to. */
export const ELEMENT_PICTURES: Readonly<Record<PictureElement, TermPicture>> = {
  as_of: [lane, { kind: "as_of", x: 56 }],
  future: [{ kind: "future", from: 56 }, lane, { kind: "as_of", x: 56 }],
  label: [word(26, 13, "churned?", "struck"), { kind: "bracket", from: 10, to: 102, y: 24 }],
  other_row: [lane, { kind: "spine_row", x: 56 }],
  ttl: [{ kind: "ttl", from: 34, to: 112 }, lane],
  delay: [{ kind: "delay", from: 40, to: 94 }, lane, { kind: "as_of", x: 94 }],
  tail: [lane, { kind: "tail", state: "not_yet_known", from: 28, to: 88 }, mark("not_yet_known", 28)],
  arc: way("chosen", 24, 94),
  leak_arc: way("leak", 96, 28),
  pile: [lane, { kind: "pile", x: 56 }],
  density: [{ kind: "lane", y: 31 }, { kind: "bars" }],
  others: [lane, { kind: "others" }],
  fold: [lane, { kind: "fold", from: 36, to: 76, text: "9 d" }],
  origin: [lane, { kind: "origin", from: 28, to: 84 }, mark("chosen", 84)],
};

/** In the order in which they lie: two before the line, two after it. */
function fourMarks([first, second, third, fourth]: readonly [
  MarkState,
  MarkState,
  MarkState,
  MarkState,
]): TermPicture {
  const x = 56;
  return [
    { kind: "future", from: x },
    lane,
    { kind: "as_of", x },
    mark(first, 12),
    mark(second, 34),
    mark(third, 70),
    mark(fourth, 98),
  ];
}

function way(state: "chosen" | "leak", from: number, to: number): TermPicture {
  const y = 24;
  return [
    { kind: "lane", y },
    { kind: "arc", from, to, y, leaks: state === "leak" },
    { kind: "as_of", x: to },
    mark(state, from, y),
  ];
}

function half(state: MarkState, x: number): TermPicture {
  return [HALF_LANE, { kind: "as_of", x: 34 }, mark(state, x)];
}

function nullCell(x = 64) {
  return cell(x, 9, 42, "null", "muted");
}
