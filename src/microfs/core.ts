// biome-ignore-all assist/source/organizeImports: in the order of subjects, to be read from the top
/**
 * The face without Arrow and storage: what is declared, the rule, the kernel, verdicts, an entity's slice. Whoever needs no
 * more than these, as Home does, loads neither.
 */

// What is declared, and checked.
export { type Duration, formatDuration, parseDuration, writeDuration } from "./duration";
export { type ErrorCode, MicroFSError } from "./errors";
export {
  type CheckedJoin,
  type CheckedView,
  checkView,
  type FeatureView,
  type FeatureViewDefinition,
  isSameView,
  type JoinDefinition,
} from "./feature-view";
export { type CheckedGroup, checkGroup, columnOrder, type FeatureGroupDefinition } from "./group-definition";
export type { ViewColumn } from "./join/view-columns";
export { type CellValue, type ColumnType, type ColumnTypeName, readSchema, type Schema } from "./schema";

// Values and times.
export { type BatchColumn, ColumnBatch, textAt, type Utf8Texts } from "./columns/column-batch";
export { readCell, readValue } from "./columns/read-value";
export {
  type Clock,
  composeTime,
  floorDivide,
  formatTime,
  isTimeInRange,
  type Read,
  readTimeText,
  type TimeInput,
  type Times,
  toTimes,
  wallClock,
} from "./time";

// The rule, and what decides by it.
export { type AsofMatches, asofJoin, NO_MATCH, NULL_KEY, type SpineSide, UNKNOWN_KEY } from "./asof-join";
export { type Candidate, clockOf, type EvaluatedCandidate, explain, knownAt } from "./explain";
export { candidateAt, type FeatureIndex, featureIndex, lowerBound, upperBound } from "./join/feature-index";
export {
  type ClockName,
  DIRECTIONS,
  type Direction,
  type JoinRule,
  Reason,
  type ReasonCode,
  type ReasonName,
  reasonName,
  VERDICTS,
  type Verdict,
  VerdictCode,
} from "./join/rule";

// What follows from a match: verdicts, ties, leaks.
export { CellFlag, cellFlags, type JoinSides, joinCells } from "./join/joined-cells";
export { isLeak, isStale, knownTimes, LONGEST_PEEK_US, peekUs } from "./join/leakage";
export { type Tie, tieOf } from "./join/tie";
export { choice, type Verdicts, verdicts } from "./join/verdicts";

// What the online store keeps, and serves.
export { type CopiedRow, copiedRow, materializeRule, type ServingStatus, servingStatus } from "./online-rule";

// All of this for one entity.
export { EntityCount } from "./entity-count";
export {
  type EntitySlice,
  explainSlice,
  joinSlice,
  MOST_OTHERS,
  type SliceColumn,
  type SliceColumnType,
  type SliceJoin,
  type SliceOthers,
  type SliceSpine,
  type TimeBounds,
  sliceFeatures,
  trainingOrder,
} from "./entity-slice";
