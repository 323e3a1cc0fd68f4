import type { EntitySlice, JoinRule } from "../microfs/core";
import type { Fold } from "./geometry/folds";
import type { PictureSize, Strip } from "./geometry/metrics";
import type { Room } from "./geometry/room";
import type { TimeWindow } from "./geometry/time-window";
import type { MoveKind } from "./interaction/interaction";
import type { LanePoint } from "./interaction/use-double-press";
import type { OnEdit } from "./interaction/use-interaction";
import type { RowActions } from "./parts/mark-details";
import type { DrawableGuess } from "./picture/guess/drawable-guess";
import type { LetteredRows, PickedRows } from "./picture/picture-types";
import type { Coordinate, JoinRows, MarkRef } from "./step/coordinate";

export interface TimelineProps {
  /** The entity on the screen. Give the same object while nothing changed: what is derived from it is kept. */
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate?: (coordinate: Coordinate) => void;
  /** What part of time is shown. Without it the timeline shows `initialWindow`, and keeps what the reader zooms to. */
  readonly window?: TimeWindow | null;
  readonly onWindow?: (window: TimeWindow) => void;
  /** Per join another rule than the slice's own. Keep the array's identity while nothing changed. */
  readonly rules?: readonly (JoinRule | undefined)[];
  /** Per join the feature column that is written at the marks; by default the first it writes. */
  readonly columns?: readonly (string | undefined)[];
  /** Per join a rule to be warned of: the row that it would take from the future is drawn as the leak it would be. */
  readonly wrong?: readonly (JoinRule | undefined)[];
  /** The slice before any edit: where a moved mark stood is drawn too. */
  readonly origin?: EntitySlice;
  /** Per join the rows that it takes where no rule says which, be they several. Keep the array's identity while nothing changed. */
  readonly picked?: readonly (PickedRows | undefined)[];
  /** Lanes alone, as one of several pictures on one axis; keep its identity while nothing changed. Best with `folds`. */
  readonly strip?: Strip;
  /** Whether a lane whose join has no TTL says so; by default it does. */
  readonly tellsNoTtl?: boolean;
  /** Whether a TTL is told in words alone: its band would show what is asked. */
  readonly hidesTtlBand?: boolean;
  /** These folds and no others, where pictures share an axis. */
  readonly folds?: readonly Fold[];
  /** What tells it from other timelines, for who cannot see it; by default there are none. */
  readonly name?: string;
  /** A mark with a hint that it can be dragged: an arrow stands beside it. */
  readonly dragHint?: MarkRef | null;
  /** A mark that the arrow keys alone move: elsewhere they go from mark to mark, and move with Alt. */
  readonly arrowsMove?: MarkRef | null;
  /** By default the page's. */
  readonly size?: PictureSize;
  /** How much larger than usual its text is; by default as the reader has set the browser's. */
  readonly textScale?: number;
  readonly showMinimap?: boolean;
  /** What room it has; by default as much as it likes. */
  readonly room?: Room;
  /** What the reader says goes into a join's cell: give it with no row, too, where marks can be picked. */
  readonly guess?: DrawableGuess | null;
  /** The letters that the rows of a join are called by. Keep its identity while nothing changed. */
  readonly lettered?: LetteredRows;
  /** Whether marks say more of themselves where they are pressed or hovered, as they do by default: to a class nothing does. */
  readonly hasDetails?: boolean;
  /** Pressing a mark picks it, in the place of opening its details. */
  readonly onPick?: (mark: MarkRef) => void;
  /** A candidate to light up: the one whose cell is hovered. */
  readonly highlight?: MarkRef | null;
  /** Rows of one join to light up more faintly: those that the highlighted one was chosen over. */
  readonly superseded?: JoinRows | null;
  readonly onHover?: (mark: MarkRef | null) => void;
  /** The cell that the value travels into when it is written. */
  readonly cell?: () => Element | null;
  /** What can be moved, where anything can; by default `USUAL_MOVES`. Keep the set's identity while nothing changed. */
  readonly moves?: ReadonlySet<MoveKind>;
  /** Whether it is drawn, and can be changed by `onEdit`, if a row of the very moment of the prediction counts. */
  readonly flips?: boolean;
  /** Makes what `moves` says movable: the edit that a drag asks for, `final` when it is let go. Give back the slice with it applied. */
  readonly onEdit?: OnEdit;
  /** What can be done with a row from its details. */
  readonly rowActions?: RowActions;
  /** Where the keys that zoom and pan act: in the whole scope of keys around, only within this timeline, or nowhere. */
  readonly keys?: "scope" | "own" | "none";
  /** A drag was given up: give back the slice as it was before. */
  readonly onEditCancel?: () => void;
  /** The empty background of a lane was pressed twice: a new row is asked for there, at a round moment. */
  readonly onAdd?: (join: LanePoint["join"], us: bigint) => void;
}
