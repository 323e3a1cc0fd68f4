import type { MarkState } from "../../terms/verdicts";
import type { DensityPicture } from "../density/density-picture";
import type { Metrics } from "../geometry/metrics";
import type { Box } from "../geometry/place-labels";
import type { Tick } from "../geometry/ticks";
import type { TimeScale } from "../geometry/time-scale";
import type { Progress } from "../step/step-verdicts";

/** Everything that is drawn at a step, in pixels: the view adds no arithmetic of its own. */
export interface Picture {
  readonly metrics: Metrics;
  /** What stands over the lanes: of several pictures on one axis, not in each. */
  readonly has: { readonly axis: boolean; readonly flag: boolean; readonly spine: boolean };
  readonly scale: TimeScale;
  readonly height: number;
  readonly plot: Box;
  readonly ticks: readonly Tick[];
  /** What the axis counts in: `times in UTC, 2025`. */
  readonly axisWords: string;
  readonly folds: readonly FoldPicture[];
  readonly asOf: AsOfPicture;
  /** What lies after the moment of the prediction, where any of it is on the screen. */
  readonly future: { readonly left: number; readonly right: number; readonly hatched: boolean } | null;
  readonly spine: SpinePicture;
  readonly lanes: readonly LanePicture[];
}

/** Rows that a join takes, by their numbers in the group's table, and whether each was not known yet. */
export type PickedRows = ReadonlyMap<number, { readonly leak: boolean }>;

/** What the rows of one join are called, a letter each, where a class is asked which of them goes into the cell. */
export interface LetteredRows {
  /** Counts the view's joins from 0. */
  readonly join: number;
  /** By the row's number in that join's group. */
  readonly letters: ReadonlyMap<number, string>;
}

/** What a reader says goes into the cell of a join. */
export interface Guess {
  /** Counts the view's joins from 0. */
  readonly join: number;
  /** The row's number in that join's group; `null` for none of them, or for nothing said yet. */
  readonly row: number | null;
  /** The reader's other rows, where a program of theirs takes several for one prediction. */
  readonly alsoRows?: readonly number[];
  /** Whether a program of the reader's took the row, and not they themselves. */
  readonly isOfProgram?: boolean;
  /** Whether it is committed: from then on it is measured by the row that the join takes. */
  readonly isAnswered: boolean;
  /** Whether the lane keeps, before that, the room in which it will be measured: then nothing moves when it is committed. */
  readonly keepsRoom?: boolean;
}

/** A guess as it is drawn in its lane; what is said of it is among the lane's labels. */
export interface GuessPicture {
  /** As it was given. */
  readonly row: number | null;
  /** Around the mark: a ring while the reader may still choose another, then a square. `null` where the mark is not on the screen. */
  readonly frame: GuessFrame | null;
  /** Around the reader's other rows that are on the screen. */
  readonly alsoFrames: readonly GuessFrame[];
  /** Under the lane: how far the row that is right, and the reader's own, lie from what decided. */
  readonly brackets: readonly GuessBracket[];
  /** The reader's row where it would leak into the cell: its mark is drawn as that leak, though the join does not take it. */
  readonly leakRow: number | null;
}

export interface GuessFrame {
  readonly shape: "ring" | "square";
  readonly x: number;
  readonly y: number;
  /** From its middle to its edge. */
  readonly reach: number;
}

export interface GuessBracket {
  readonly of: "right" | "yours";
  readonly tone: GuessTone;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Where a stroke rises at an end of it; an end off the screen has none. */
  readonly ends: readonly number[];
  /** How high that stroke is. */
  readonly endHeight: number;
}

/** Whether a row of the very moment of the prediction counts: an end-cap where the lane meets the line. */
export interface CapPicture {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Filled where such a row counts (≤), hollow where it does not (<). */
  readonly isClosed: boolean;
}

/** Only what leaks is drawn as that: a wrong answer alone alarms nobody. */
export type GuessTone = "chosen" | "leak" | "ink";

export interface FoldPicture {
  readonly left: number;
  readonly right: number;
  readonly label: string;
  readonly title: string;
}

export interface AsOfPicture {
  /** At the plot's edge where the moment is off the screen. */
  readonly x: number;
  readonly side: "here" | "left" | "right";
  readonly label: string;
  readonly flagLeft: number;
  readonly flagWidth: number;
  /** Where the line goes on behind a letter, from the top down: it must not strike one out. */
  readonly behind: readonly Pick<Box, "top" | "bottom">[];
}

export interface SpinePicture {
  readonly top: number;
  readonly center: number;
  readonly title: string;
  /** How many rows there are to predict. */
  readonly spoken: string;
  readonly rows: readonly SpineMark[];
  /** What stands in place of marks where those would be too many. */
  readonly density: DensityPicture | null;
  readonly label: LabelBracket | null;
}

export interface SpineMark {
  readonly row: number;
  readonly x: number;
  readonly current: boolean;
  readonly spoken: string;
}

/** What was to be predicted: known only at the bracket's end, so it is struck out. */
export interface LabelBracket {
  readonly left: number;
  readonly right: number;
  /** Whether the end is on the screen: else the bracket runs on. */
  readonly closed: boolean;
  readonly y: number;
  /** Struck out. */
  readonly text: WordsPicture;
  /** From when on it is known; `null` where that is not known, or has no room. */
  readonly note: WordsPicture | null;
  readonly title: string;
}

/** Words at a place: left end and baseline. */
export interface WordsPicture {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface LanePicture {
  readonly join: number;
  /** Its own: a lane may be lower than others. */
  readonly metrics: Metrics;
  readonly progress: Progress;
  readonly top: number;
  readonly height: number;
  readonly center: number;
  readonly title: string;
  readonly subtitle: string;
  /** What can be moved in it, exactly: microseconds. */
  readonly rule: { readonly ttlUs: bigint | null; readonly delayUs: bigint };
  /** The TTL window; `null` where it is not on the screen. */
  readonly band: BandPicture | null;
  readonly delay: { readonly left: number; readonly right: number; readonly active: boolean } | null;
  readonly marks: readonly MarkPicture[];
  /** What stands in place of marks where those would be too many. */
  readonly density: DensityPicture | null;
  /** Rows of other entities, a few of them, while the entity's own are being found. */
  readonly others: readonly (readonly [x: number, y: number])[];
  readonly arc: ArcPicture | null;
  /** From the others that are taken, where several are: the nearest to the line. */
  readonly moreArcs: readonly ArcPicture[];
  /** From the rows that compete and lose, at the step at which one of them wins. */
  readonly rivals: readonly ArcPicture[];
  /** From the row that a wrong join would take; `null` where it would not leak, or none is asked about. */
  readonly wrongArc: ArcPicture | null;
  /** `null` where it is not asked for, the line is off the screen, or it makes no difference. */
  readonly cap: CapPicture | null;
  /** What a reader said goes into the cell; `null` where nobody was asked. */
  readonly guess: GuessPicture | null;
  /** Where moved rows stood before. */
  readonly originalPositions: readonly OriginalPosition[];
  readonly labels: readonly LabelPicture[];
  /** Said in place of marks: no rows, a null key; `null` where there are marks. */
  readonly note: WordsPicture | null;
  /** What the lane is, for who cannot see it. */
  readonly spoken: string;
}

export interface BandPicture {
  readonly left: number;
  readonly right: number;
  /** Where the TTL ends, if that is on the screen. */
  readonly edges: readonly number[];
  readonly active: boolean;
}

export interface MarkPicture {
  /** The row's number in its group's table; of a pile, that of its last row. */
  readonly row: number;
  /** Its event time, microseconds. */
  readonly us: number;
  readonly x: number;
  readonly y: number;
  readonly state: MarkState;
  /** What it is at the step that tells it apart most: its words keep room for that at every step. */
  readonly strongest: MarkState;
  /** How many rows it stands for: more than 1 is a pile of rows that coincide. */
  readonly count: number;
  readonly rows: readonly number[];
  /** What is written in it, while nothing is told of it yet; `null` for nothing. */
  readonly letter: string | null;
  /** Whether it can be answered with, where rows are asked about that have letters: what has none stands back. */
  readonly isOffered: boolean;
  readonly tail: { readonly toX: number; readonly ends: boolean } | null;
  /** When it became known, microseconds; `null` of a pile, and where its group has no such time. */
  readonly knownUs: number | null;
  readonly spoken: string;
  readonly title: string;
}

/** A row's place before it was moved, and the way to where it stands now. */
export interface OriginalPosition {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly toX: number;
}

export interface ArcPicture {
  readonly path: string;
  /** Places along the path, for what has to keep clear of it. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly endX: number;
  readonly endY: number;
  readonly leak: boolean;
}

/** Which end of a text stands at its place, as in SVG. */
export type Anchor = "start" | "middle" | "end";

export type LabelTone = MarkState | "ttl" | "delay" | "muted" | "ink";

export interface LabelPicture {
  readonly key: string;
  readonly text: string;
  /** Where it is anchored, and its baseline: the same at every step of a row, however strong it is written. */
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly sizePx: number;
  readonly tone: LabelTone;
  readonly strong: boolean;
  readonly struck: boolean;
  /** Whether a rim of paper sets it off from what runs under it. */
  readonly rim: boolean;
}
