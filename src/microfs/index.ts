// biome-ignore-all assist/source/organizeImports: in the order of subjects, to be read from the top
/** The whole public face: the six verbs, in Arrow, and all of `core`. */
export * from "./core";

// The store, and what its verbs take and give.
export type { Load, Rewrite } from "./changes";
export type { RejectedRow, Rows } from "./columns/append-batch";
export { FeatureGroup } from "./feature-group";
export {
  FeatureStore,
  type JoinExplanation,
  type OpenOptions,
} from "./feature-store";
export type { MaterializeReport } from "./online-store";
export type { OnlineFeatures } from "./serving";
export type { InsertReport } from "./staged-rows";
export { formatKey, type OnlineRow } from "./storage/online-key";
export { type StoredSummary, storedSummary } from "./storage/stored-summary";
export { joinSides, type TrainingJoin, type TrainingSet, trainingSet } from "./training-set";

// Columns as they are in memory, and as Arrow.
export { type ArrowColumn, arrowTable, cellReader, textVector } from "./columns/arrow";
export { Column, takeLong } from "./columns/column";

// Rows laid over stored ones, joined without being stored.
export { OverlaidJoin, type StoredJoin } from "./overlay/overlaid-join";
export { OverlaidKeys } from "./overlay/overlaid-keys";
export { type OverlaidOrder, overlaidOrder, RowOverlay } from "./overlay/row-overlay";
