export type { OnlineFeatures, ServingStatus } from "./answers/serving";
export { asofJoin, NO_MATCH } from "./asof-join";
export type { RejectedRow, Rows } from "./columns/append-batch";
export { type Duration, formatDuration, parseDuration } from "./duration";
export type { EntitySlice, SliceColumn, SliceJoin, SliceSpine } from "./entity-slice";
export { type ErrorCode, MicroFSError } from "./errors";
export type { Candidate, JudgedCandidate } from "./explain";
export { FeatureGroup } from "./feature-group";
export {
  FeatureStore,
  type InsertReport,
  type JoinExplanation,
  type OpenOptions,
  type Rewrite,
} from "./feature-store";
export type { FeatureView, FeatureViewDefinition, JoinDefinition } from "./feature-view";
export type { FeatureGroupDefinition } from "./group-definition";
export type { ClockName, Direction, JoinRule } from "./join/join-rule";
export { Reason, type ReasonCode, type ReasonName, reasonName, type Verdict } from "./join/verdict";
export type { ViewColumn } from "./join/view-columns";
export type { MaterializeReport } from "./online-store";
export type { CellValue, ColumnType, ColumnTypeName, Schema } from "./schema";
export { formatKey } from "./storage/online-key";
export type { OnlineRow } from "./storage/online-row";
export { type Clock, formatTime, type TimeInput } from "./time";
export type { TrainingJoin, TrainingSet } from "./training-set";
