import type { GlossaryEntry } from "./entry";
import { asOf, cell, future, lane, mark, type PicturePart, word } from "./picture";

const HISTORY: readonly PicturePart[] = [cell(0, 0, 44, "15.00"), cell(0, 18, 44, "50.00")];
const TO_ONLINE: PicturePart = { kind: "arrow", from: 48, to: 62 };

/** From the history to what is served. */
export const SERVING_TERMS: readonly GlossaryEntry[] = [
  {
    id: "offline store",
    term: "offline store",
    text: "The history of every entity, for training.",
    picture: [
      lane,
      mark("undecided", 14),
      mark("undecided", 42),
      mark("undecided", 70),
      mark("undecided", 98),
    ],
    elsewhere: {
      feast: "offline store",
      databricks: "feature tables: Delta tables",
      hopsworks: "offline store",
    },
  },
  {
    id: "online store",
    term: "online store",
    text: "The latest row of every entity, for serving.",
    picture: [
      cell(16, 0, 30, "2"),
      cell(46, 0, 50, "50.00"),
      cell(16, 18, 30, "3"),
      cell(46, 18, 50, "12.00"),
    ],
    elsewhere: { feast: "online store", databricks: "online store", hopsworks: "online store" },
  },
  {
    id: "materialize",
    term: "materialize",
    text: "Copy the latest rows from the offline store to the online store.",
    picture: [...HISTORY, TO_ONLINE, cell(66, 9, 46, "50.00")],
    elsewhere: {
      feast: "`materialize`",
      databricks: "publish: `publish_table`",
      hopsworks: "a feature group with `online_enabled=True` writes both stores on insert",
    },
  },
  {
    id: "written",
    term: "written",
    text: "Materialized: the online store has this row now, and had none or an earlier one.",
    picture: [cell(0, 9, 46, "50.00"), TO_ONLINE, cell(66, 9, 46, "50.00")],
  },
  {
    id: "unchanged",
    term: "unchanged",
    text: "Materialized again: the online store had this very row already.",
    picture: [cell(0, 9, 46, "50.00"), word(52, 22, "="), cell(66, 9, 46, "50.00")],
  },
  {
    id: "kept newer",
    term: "kept newer",
    text: "Not written: the online store has a later row, and an earlier one never replaces it.",
    picture: [cell(0, 9, 46, "15.00", "struck"), TO_ONLINE, cell(66, 9, 46, "50.00")],
  },
  {
    id: "look-up",
    term: "look-up",
    also: ["look up"],
    text: "Asks the online store for one entity’s features, as they are served now.",
    picture: [
      cell(0, 9, 28, "2"),
      word(33, 22, "?"),
      { kind: "arrow", from: 44, to: 60 },
      cell(64, 9, 48, "50.00"),
    ],
    elsewhere: { feast: "`get_online_features`", hopsworks: "`get_feature_vector`" },
  },
  {
    id: "found",
    term: "found",
    text: "Looked up: the row is there, and it is fresh enough to be served.",
    picture: [cell(0, 9, 28, "2"), { kind: "arrow", from: 34, to: 58 }, cell(64, 9, 48, "50.00", "chosen")],
    elsewhere: { feast: "`PRESENT`" },
  },
  {
    id: "not found",
    term: "not found",
    text: "Looked up: the online store has no row of this entity, because none was materialized.",
    picture: [cell(0, 9, 28, "9"), { kind: "arrow", from: 34, to: 58 }, cell(64, 9, 48, "null", "muted")],
    elsewhere: { feast: "`NOT_FOUND`" },
  },
  {
    id: "expired when served",
    term: "expired, when served",
    text: "Looked up: the row is there, and older than its TTL by now; it is served as null.",
    picture: [{ kind: "ttl", from: 34, to: 76 }, lane, asOf, mark("expired", 14)],
    elsewhere: { feast: "`OUTSIDE_MAX_AGE`; the Go server still returns the value" },
  },
  {
    id: "future when served",
    term: "future, when served",
    text: "Looked up as of an earlier moment: the row is from after it, and is served as null.",
    picture: [future, lane, asOf, mark("future", 96)],
  },
  {
    id: "training–serving parity",
    term: "training–serving parity",
    also: ["parity"],
    text: "Materialized and looked up as of one moment, an entity gets what its training row of that moment has.",
    picture: [cell(0, 9, 46, "50.00", "chosen"), word(52, 22, "="), cell(66, 9, 46, "50.00")],
  },
];
