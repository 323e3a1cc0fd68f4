import { OPENING_TERMS } from "../opening-terms";
import type { Elsewhere, GlossaryEntry } from "./entry";
import { asOf, cell, future, LINE_X, lane, mark, type TermPicture, word } from "./picture";
import { ELEMENT_PICTURES, VERDICT_PICTURES } from "./pictures";

const OPENING: Readonly<
  Record<
    (typeof OPENING_TERMS)[number]["term"],
    { picture: TermPicture; elsewhere?: Elsewhere; also?: readonly string[] }
  >
> = {
  "feature store": {
    picture: [
      { kind: "lane", y: 8 },
      { kind: "lane", y: 28 },
      asOf,
      mark("chosen", 20, 8),
      mark("chosen", 60, 8),
      mark("chosen", 38, 28),
      mark("undecided", 98, 28),
    ],
    elsewhere: { feast: "feature store", databricks: "feature store", hopsworks: "feature store" },
  },
  "point-in-time join": {
    also: ["as-of join"],
    picture: [
      future,
      { kind: "lane", y: 24 },
      { kind: "arc", from: 42, to: LINE_X, y: 24 },
      asOf,
      mark("superseded", 14, 24),
      mark("chosen", 42, 24),
      mark("future", 98, 24),
    ],
    elsewhere: {
      feast: "point-in-time join, by `get_historical_features`",
      databricks: "point-in-time lookup: a `FeatureLookup` with a `timestamp_lookup_key`",
      hopsworks: "point-in-time correct join, by the query of a feature view",
      pandas: "`merge_asof`",
    },
  },
};

/** What is kept of whom, and when it can be used. */
export const STORE_TERMS: readonly GlossaryEntry[] = [
  ...OPENING_TERMS.map(({ term, text }) => ({ id: term, term, text, ...OPENING[term] })),
  {
    id: "entity",
    term: "entity",
    text: "Whom or what a fact is about: a user, an account. Known by its key.",
    picture: [
      { kind: "lane", y: 8 },
      { kind: "lane", y: 28 },
      cell(0, 0, 48, "user 1"),
      cell(0, 18, 48, "user 2", "muted"),
      mark("undecided", 66, 8),
      mark("undecided", 98, 8),
    ],
    elsewhere: { feast: "entity" },
  },
  {
    id: "entity key",
    term: "entity key",
    also: ["key"],
    text: "The column, or columns, that name the entity: both tables of a join have it.",
    picture: [
      cell(0, 0, 56, "user_id"),
      cell(0, 18, 56, "2"),
      cell(56, 0, 56, "spend", "muted"),
      cell(56, 18, 56, "50.00", "muted"),
    ],
    elsewhere: {
      feast: "join key: `join_keys` of an entity",
      databricks: "`lookup_key` of a `FeatureLookup`",
      hopsworks: "`primary_key` of a feature group",
      pandas: "`by`",
    },
  },
  {
    id: "feature",
    term: "feature",
    text: "A column that a model learns from: one fact about an entity, as it was at some moment.",
    picture: [
      cell(0, 0, 56, "user_id", "muted"),
      cell(0, 18, 56, "2", "muted"),
      cell(56, 0, 56, "spend"),
      cell(56, 18, 56, "50.00"),
    ],
    elsewhere: {
      feast: "feature: a `Field` of a feature view",
      databricks: "feature",
      hopsworks: "feature",
      pandas: "a column",
    },
  },
  {
    id: "feature group",
    term: "feature group",
    text: "A table of facts about entities, each with its event time; rows are added and never changed.",
    picture: [cell(0, 0, 40, "2"), cell(40, 0, 72, "3 Nov"), cell(0, 18, 40, "2"), cell(40, 18, 72, "5 Nov")],
    elsewhere: { feast: "feature view", databricks: "feature table", hopsworks: "feature group" },
  },
  {
    id: "primary key",
    term: "primary key",
    text: "The columns that a feature group keeps its latest rows by, when they are served.",
    picture: [cell(0, 9, 56, "user_id"), { kind: "arrow", from: 60, to: 72 }, cell(76, 9, 36, "2")],
    elsewhere: { databricks: "primary key", hopsworks: "`primary_key`" },
  },
  {
    id: "composite key",
    term: "composite key",
    text: "A key of several columns. It matches column by column, never as joined text.",
    picture: [
      cell(0, 9, 20, "1"),
      cell(20, 9, 28, "11"),
      word(54, 22, "≠"),
      cell(66, 9, 28, "11"),
      cell(94, 9, 18, "1"),
    ],
  },
  {
    id: "event time",
    term: "event time",
    text: "When something happened.",
    picture: [lane, mark("undecided", 40), word(16, 34, "5 Nov", "muted")],
    elsewhere: {
      feast: "event timestamp: `timestamp_field`",
      databricks: "`timeseries_columns`",
      hopsworks: "`event_time`",
      pandas: "`on`, or `right_on`",
    },
  },
  {
    id: "created time",
    term: "created time",
    also: ["ingestion time"],
    text: "When the store heard of it.",
    picture: [
      lane,
      { kind: "tail", state: "undecided", from: 28, to: 84 },
      mark("undecided", 28),
      word(66, 34, "heard", "muted"),
    ],
    elsewhere: { feast: "created timestamp: `created_timestamp_column`" },
  },
  {
    id: "delay",
    term: "delay",
    text: "How long after its clock a row can first be used.",
    picture: ELEMENT_PICTURES.delay,
  },
  {
    id: "clock",
    term: "clock",
    text: "The time by which a row counts as known, before any delay: its created time where its group has one, else its event time.",
    picture: [lane, { kind: "tail", state: "undecided", from: 28, to: 84 }, mark("undecided", 28)],
  },
  {
    id: "known at",
    term: "known at",
    text: "The moment from which on a row can be used: it has happened, and its clock, delay included, says so.",
    picture: ELEMENT_PICTURES.tail,
  },
  {
    id: "late row",
    term: "late row",
    text: "A row that had happened by the moment of the prediction and became known only after it.",
    picture: VERDICT_PICTURES.not_yet_known,
  },
  {
    id: "duplicate",
    term: "duplicate",
    text: "A row equal in every column to one that is there: counted, and not stored again.",
    picture: [cell(0, 0, 76, "2 · 50.00"), cell(0, 18, 76, "2 · 50.00", "struck")],
  },
  {
    id: "correction",
    term: "correction",
    text: "A row of the same entity and event time as an older one, with another value and a later created time.",
    picture: [
      { kind: "lane", y: 23 },
      { kind: "tail", state: "chosen", from: 34, to: 92, y: 23 },
      mark("superseded", 34, 7),
      mark("chosen", 34, 23),
    ],
  },
];
