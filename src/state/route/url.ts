import { LESSON_NAMES } from "../../learn/lesson-names";
import type { Edit } from "../../scenario/edits/edit";
import { shown } from "../../scenario/inline-value";
import { pack } from "../../scenario/pack";
import { LANGUAGES } from "../../terms/languages";
import { PHASES } from "../../terms/phases";
import { VARIANT_NAMES, type VariantName } from "../../terms/variants";
import type { PackedInLink } from "../../worker/read-link";
import { readBehind, readTableRows } from "../compare/behind";
import { readKnobs } from "../compare/knobs";
import { type Dataset, editsOf, OWN } from "../document";
import { readEntity } from "../serving/entity-text";
import { readMoment } from "../serving/read-moment";
import {
  COMPARE_PAGES,
  HIDEABLE,
  JOINS_PLAYED,
  KEYS_PRINTED,
  LESSON_FORMS,
  PANELS,
  PAPERS,
  PLAIN_PAGES,
  PRESENT_SCREENS,
  type Route,
  RULES_SHOWN,
  RUNGS,
  SIZES,
  STAGES,
  THEMES,
} from "./route";

/** A dataset, or the sentences that say why there is none. */
export type ReadDataset = { ok: true; dataset: Dataset } | { ok: false; problems: string[] };

/** Reads the data that a URL brings; what makes one is loaded with the first URL that {@link bringsData}. */
export interface LinkReader {
  readonly readSample: (name: string) => ReadDataset;
  readonly readPackedScenario: (packed: string) => ReadDataset;
  /** `undefined` where they are damaged. */
  readonly readPackedEdits: (packed: string) => readonly Edit[] | undefined;
}

/** What a URL says: where one looks, at which data, and what was edited on top of it. */
export interface Location {
  route: Route;
  dataset: Dataset;
  edits: readonly Edit[];
}

/** The fields of a URL after its path. */
interface Fields extends Omit<Route, "page" | "stage"> {
  /** What was edited; `null` for what the dataset comes with. */
  edits: readonly Edit[] | null;
  /** The dataset: a sample by its name, or a scenario, packed. Without either it is the reader's own. */
  sample: string | null;
  scenario: string | null;
}

/** One field of a URL: how it is written, and what reads it back. */
interface Field<T> {
  /** The value where the URL says nothing. It is never written. */
  default: T;
  /** Reads the text; `undefined` where it makes no sense. */
  read: (text: string, reader: LinkReader | null) => T | undefined;
  /** What is said where it makes no sense; by default that it cannot be so. */
  damaged?: string;
  /** Writes the value; as it prints unless told. */
  write?: (value: T) => string;
}

const text: Field<string | null> = { default: null, read: (value) => (value === "" ? undefined : value) };
const whole = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined);
/** The years 1 to 9999: beyond them there is no calendar to show. */
const [FIRST_US, LAST_US] = [-62_135_596_800_000_000, 253_402_300_800_000_000];
const microseconds = (value: string) => {
  const us = /^-?\d{1,19}$/.test(value) ? Number(value) : Number.NaN;
  return us >= FIRST_US && us <= LAST_US ? us : undefined;
};

/** A number that is counted from 1. */
const ordinal = (value: string) => (/^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined);

/** As many rows are asked on one page at most. */
export const MOST_WORKSHEET_ROWS = 4;

const flag: Field<boolean> = {
  default: false,
  read: (value) => (value === "yes" ? true : undefined),
  write: () => "yes",
};

function variant(fallback: VariantName): Field<VariantName> {
  return { default: fallback, read: (value) => VARIANT_NAMES.find((name) => name === value) };
}

/** A text that is kept as it is written, where `read` finds a sense in it. */
function sensible(read: (text: string) => unknown): Field<string | null> {
  return { default: null, read: (value) => (read(value) === null ? undefined : value) };
}

const NOTHING = "none";

/** Names, joined by commas; each must be one of `names`. */
function list<Name extends string, Fallback extends readonly Name[] | null>(
  names: readonly Name[],
  fallback: Fallback,
): Field<readonly Name[] | Fallback> {
  const one = (text: string) => names.find((name) => name === text);
  return {
    default: fallback,
    read: (text) => {
      if (text === NOTHING) return [];
      const read = text.split(",").map(one);
      const known = read.filter((name) => name !== undefined);
      return known.length === read.length ? known : undefined;
    },
    write: (value) => (value === null || value.length === 0 ? NOTHING : value.join(",")),
  };
}

/** Every field after the path: name, default, validation. The one place to add one. */
const FIELDS: { readonly [Name in keyof Fields]: Field<Fields[Name]> } = {
  group: text,
  view: text,
  row: { default: null, read: whole },
  join: { default: 0, read: whole },
  phase: { default: "find_entity", read: (value) => PHASES.find((phase) => phase === value) },
  joins: { default: "one-by-one", read: (value) => JOINS_PLAYED.find((way) => way === value) },
  rule: { default: "as-of", read: (value) => RULES_SHOWN.find((rule) => rule === value) },
  column: text,
  edits: {
    default: null,
    read: (packed, reader) => (reader === null ? null : reader.readPackedEdits(packed)),
    write: pack,
    damaged: "The edits that it carries are damaged: ask for the link again.",
  },
  from: { default: null, read: microseconds },
  to: { default: null, read: microseconds },
  entity: sensible(readEntity),
  now: { default: null, read: (value) => (value !== "" && readMoment(value).ok ? value : undefined) },
  case: text,
  open: list(PANELS, null),
  hide: list(HIDEABLE, [] as const),
  full: flag,
  empty: flag,
  find: text,
  show: { default: "row", read: (value) => COMPARE_PAGES.find((page) => page === value) },
  above: variant("own"),
  below: variant("latest"),
  behind: sensible((text) => readBehind(text) ?? readTableRows(text)),
  smallest: flag,
  label: text,
  features: text,
  folds: { default: 3, read: (value) => (/^([1-9]|10)$/.test(value) ? Number(value) : undefined) },
  seed: { default: 1, read: whole },
  knobs: sensible(readKnobs),
  lesson: { default: null, read: (value) => LESSON_NAMES.find((name) => name === value) },
  part: text,
  as: { default: "parts", read: (value) => LESSON_FORMS.find((form) => form === value) },
  own: text,
  language: { default: "sql", read: (value) => LANGUAGES.find((language) => language === value) },
  rung: { default: "order", read: (value) => RUNGS.find((rung) => rung === value) },
  screen: { default: "plans", read: (value) => PRESENT_SCREENS.find((screen) => screen === value) },
  plan: text,
  step: { default: 1, read: ordinal },
  press: { default: 1, read: ordinal },
  card: { default: null, read: ordinal },
  paper: { default: "a4", read: (value) => PAPERS.find((paper) => paper === value) },
  rows: {
    default: MOST_WORKSHEET_ROWS,
    read: (value) => (/^[1-4]$/.test(value) ? Number(value) : undefined),
  },
  key: { default: "with", read: (value) => KEYS_PRINTED.find((key) => key === value) },
  // A page's author writes it by hand, too: `&embed` says it as well, and so does what other programs write for yes.
  embed: { ...flag, read: (value) => (["", "yes", "1", "true"].includes(value) ? true : undefined) },
  term: text,
  theme: { default: null, read: (value) => THEMES.find((theme) => theme === value) },
  size: { default: null, read: (value) => SIZES.find((size) => size === value) },
  sample: text,
  scenario: text,
};

const NAMES = Object.keys(FIELDS) as (keyof Fields)[];
const DEFAULTS = Object.fromEntries(NAMES.map((name) => [name, FIELDS[name].default])) as unknown as Fields;

/** The Lab's Data stage with nothing chosen. */
export const START: Route = { page: "lab", stage: "data", ...routeOf(DEFAULTS) };

/** The page that a URL without a path opens. */
export const HOME: Route = { ...START, page: "home" };

/** The list of all lessons. */
export const ALL_LESSONS: Route = { ...START, page: "learn" };

/** All plans for a class. */
export const ALL_PLANS: Route = { ...START, page: "present" };

/** Questions that are made as they are asked. */
export const PRACTICE_PAGE: Route = { ...START, page: "practice" };

/** Where a reader comes to write the join. */
export const LADDER_PAGE: Route = { ...START, page: "ladder" };

/** What is printed for a class to fill in. */
export const WORKSHEET_PAGE: Route = { ...START, page: "worksheet" };

/** Every term, from its beginning. */
export const GLOSSARY_PAGE: Route = { ...START, page: "glossary" };

/** The index of every case that a join can meet. */
export const ALL_CASES: Route = { ...START, page: "cases" };

/** The part of a URL after `#`: `/`, or `/lab/train?view=spend&row=3&phase=keep_latest`. */
export function formatUrl({ route, dataset, edits }: Location): string {
  const fields: Fields = {
    ...route,
    edits: isSame(edits, editsOf(dataset)) ? null : edits,
    sample: dataset.kind === "sample" ? dataset.name : null,
    scenario: dataset.kind === "scenario" ? dataset.packed : null,
  };
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const written = writeField(fields, name);
    if (written !== null) query.set(name, written);
  }
  const written = query.toString();
  return `${pathFor(route)}${written === "" ? "" : `?${written}`}`;
}

/** The fields that a {@link LinkReader} reads. */
const DATA_FIELDS = ["edits", "sample", "scenario"] as const satisfies readonly (keyof Fields)[];

/** Whether a URL brings data or edits, which a {@link LinkReader} must read. */
export function bringsData(url: string): boolean {
  const fields = fieldsIn(url);
  return DATA_FIELDS.some((name) => fields.has(name));
}

/** What a URL carries packed, which takes work to be read. */
export function packedIn(url: string): PackedInLink {
  const fields = fieldsIn(url);
  return { scenario: fields.get("scenario"), edits: fields.get("edits") };
}

/** Whether a URL shows one timeline alone, in somebody's own page. */
export function isEmbedded(url: string): boolean {
  return fieldsIn(url).has("embed");
}

function fieldsIn(url: string): URLSearchParams {
  return new URLSearchParams(url.split(/\?(.*)/s, 2)[1]);
}

/** What a URL was read as, and what is wrong with it. */
export interface ReadUrl extends Location {
  /** Sentences. */
  problems: string[];
  /** What it brings and could not be read; of the data, nothing else that it says of them counts. */
  unread: "data" | "edits" | null;
}

/**
 * Reads the part of a URL after `#`. What makes no sense is left at its default and listed, so that a bad link harms
 * nothing and says what was wrong. A dataset that makes no sense is the reader's own, of which the link says nothing.
 *
 * @param reader - Reads what the URL brings; `null` where only the route counts.
 */
export function readUrl(url: string, reader: LinkReader | null): ReadUrl {
  const [path = "", query = ""] = url.split(/\?(.*)/s, 2);
  const problems: string[] = [];
  const fields: Fields = { ...DEFAULTS };
  if (!isPath(path)) problems.push(`There is no page ${shown(path)}.`);
  for (const [name, value] of new URLSearchParams(query)) {
    if (!isField(name)) problems.push(`${shown(name)} means nothing here.`);
    else if (!readField(fields, name, value, reader))
      problems.push(FIELDS[name].damaged ?? `${name} cannot be ${shown(value)}.`);
  }
  const { from, to } = fields;
  if ((from === null) !== (to === null) || (from !== null && to !== null && from >= to)) {
    problems.push("from and to must both be there, from before to.");
    fields.from = null;
    fields.to = null;
  }
  const read = reader && datasetFor(fields, reader);
  if (read && !read.ok) {
    const { theme, size, embed } = fields;
    const route = { ...pathOf(path), ...routeOf({ ...DEFAULTS, theme, size, embed }) };
    return { route, dataset: OWN, edits: [], problems: read.problems, unread: "data" };
  }
  const dataset = read?.dataset ?? OWN;
  return {
    route: { ...pathOf(path), ...routeOf(fields) },
    dataset,
    edits: fields.edits ?? editsOf(dataset),
    problems,
    unread: fields.edits === null && fieldsIn(url).has("edits") && reader !== null ? "edits" : null,
  };
}

function datasetFor({ sample, scenario }: Fields, reader: LinkReader) {
  if (sample !== null) return reader.readSample(sample);
  if (scenario !== null) return reader.readPackedScenario(scenario);
  return { ok: true, dataset: OWN } as const;
}

function routeOf({ edits, sample, scenario, ...route }: Fields): Omit<Route, "page" | "stage"> {
  return route;
}

function pathFor({ page, stage }: Route): string {
  switch (page) {
    case "home":
      return "/";
    case "lab":
      return `/lab/${stage}`;
    default:
      return `/${page}`;
  }
}

/** Links that were made while the cases were called a gallery still open them. */
const FORMER_CASES = "/gallery";

/** Page and stage by the path; a path that does not exist leads to the nearest page that does. */
function pathOf(path: string): Pick<Route, "page" | "stage"> {
  const stage = STAGES.find((name) => path === `/lab/${name}`) ?? "data";
  if (path === FORMER_CASES) return { page: "cases", stage };
  const plain = PLAIN_PAGES.find((name) => path === `/${name}`);
  if (plain !== undefined) return { page: plain, stage };
  return { page: /^\/lab(\/|$)/.test(path) ? "lab" : "home", stage };
}

function isPath(path: string): boolean {
  const plain = PLAIN_PAGES.map((name) => `/${name}`);
  const stages = STAGES.map((name) => `/lab/${name}`);
  return ["", "/", "/lab", FORMER_CASES, ...plain, ...stages].includes(path);
}

function isField(name: string): name is keyof Fields {
  return Object.hasOwn(FIELDS, name);
}

/** A field's text; `null` where it is at its default, which is not written. */
function writeField<Name extends keyof Fields>(fields: Pick<Fields, Name>, name: Name): string | null {
  const value: Fields[Name] = fields[name];
  const field: Field<Fields[Name]> = FIELDS[name];
  return value === null || isSame(value, field.default) ? null : (field.write?.(value) ?? String(value));
}

/** The same value; of two lists, the same entries. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}

function readField<Name extends keyof Fields>(
  fields: Pick<Fields, Name>,
  name: Name,
  text: string,
  reader: LinkReader | null,
): boolean {
  const value: Fields[Name] | undefined = FIELDS[name].read(text, reader);
  if (value === undefined) return false;
  fields[name] = value;
  return true;
}
