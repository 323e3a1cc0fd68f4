import { readTimeText } from "../../microfs/time";
import type { Edit } from "../../scenario/edits/edit";
import { pack } from "../../scenario/packed";
import { PHASES, type Phase } from "../../scenario/phases";
import { shown } from "../../scenario/shown";
import { readEntity } from "../serving/entity-text";
import { HIDEABLE, type Hideable, PANELS, type Panel } from "./panels";
import type { LinkReader } from "./source";

/** The stages of the Lab, in the order of a feature's life. */
export const STAGES = ["data", "view", "train", "serve", "code"] as const;
export type Stage = (typeof STAGES)[number];

/** The pages of the app. */
export const PAGES = ["home", "lab", "gallery"] as const;
export type Page = (typeof PAGES)[number];

/** How the app may look; `system` follows the system and its changes. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How large the app is written: `large` is for a projector, nothing in it under 16 px. */
export const SIZES = ["regular", "large"] as const;
export type Size = (typeof SIZES)[number];

/** How the joins of a row are played. */
export const JOINS_PLAYED = ["one-by-one", "together"] as const;
export type JoinsPlayed = (typeof JOINS_PLAYED)[number];

/** Where a reader is: everything that a link to this very screen must carry. */
export interface Place {
  page: Page;
  /** Of the Lab; elsewhere it says nothing. */
  stage: Stage;
  /** The feature group looked at: in Data, `null` for none; in Serve, `null` for the first that is online. */
  group: string | null;
  /** The feature view; `null` for the first there is. */
  view: string | null;
  /** The spine row's number in the label group's table; `null` for the first training row. */
  row: number | null;
  /** Counts the view's joins from 0. */
  join: number;
  phase: Phase;
  /** Whether the joins of a row are played one by one, or side by side. */
  joins: JoinsPlayed;
  /** The feature column that the timeline shows in the current join, by its name in its group; `null` for the first. */
  column: string | null;
  /** Changes on top of the stored data and rules, in the order in which they were made. */
  edits: readonly Edit[];
  /** What part of time the timeline shows, microseconds, [from, to); `null` for what suits the step. */
  from: number | null;
  to: number | null;
  /** The entity looked up in Serve, as `formatEntity` writes it; `null` for none. */
  entity: string | null;
  /** The moment of that look-up, as a time is written; `null` for the wall clock. */
  now: string | null;
  /** The one case that the gallery shows, by its name; `null` for all of them. */
  case: string | null;
  /** Panels that stand open. */
  open: readonly Panel[];
  /** What a link takes away, so that a class looks at one thing. */
  hide: readonly Hideable[];
  /** Chosen by link, over the system's; `null` where the reader's own choice stands. */
  theme: Theme | null;
  /** Likewise: how large it is written. */
  size: Size | null;
}

/** One field of an address: how it is written, and what reads it back. */
interface Field<T> {
  /** The value where the address says nothing. It is never written. */
  default: T;
  /** Reads the text; `undefined` where it makes no sense. */
  read: (text: string, reader: LinkReader | null) => T | undefined;
  /** What is said where it makes no sense; by default that it cannot be so. */
  damaged?: string;
  /** Writes the value; as it prints unless told. */
  write?: (value: T) => string;
}

type Fields = { readonly [Name in Exclude<keyof Place, "page" | "stage">]: Field<Place[Name]> };

const text: Field<string | null> = { default: null, read: (value) => (value === "" ? undefined : value) };
const whole = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined);
/** The years 1 to 9999: beyond them there is no calendar to show. */
const [FIRST_US, LAST_US] = [-62_135_596_800_000_000, 253_402_300_800_000_000];
const microseconds = (value: string) => {
  const us = /^-?\d{1,19}$/.test(value) ? Number(value) : Number.NaN;
  return us >= FIRST_US && us <= LAST_US ? us : undefined;
};

const NO_EDITS: readonly Edit[] = [];
const NOTHING = "none";

/** Names, joined by commas; each must be one of `names`. */
function list<Name extends string>(
  names: readonly Name[],
  fallback: readonly Name[],
): Field<readonly Name[]> {
  const one = (text: string) => names.find((name) => name === text);
  return {
    default: fallback,
    read: (text) => {
      if (text === NOTHING) return [];
      const read = text.split(",").map(one);
      const known = read.filter((name) => name !== undefined);
      return known.length === read.length ? known : undefined;
    },
    write: (value) => (value.length === 0 ? NOTHING : value.join(",")),
  };
}

/** Every field after the stage: name, default, validation. The one place to add one. */
const FIELDS: Fields = {
  group: text,
  view: text,
  row: { default: null, read: whole },
  join: { default: 0, read: whole },
  phase: { default: "find_entity", read: (value) => PHASES.find((phase) => phase === value) },
  joins: { default: "one-by-one", read: (value) => JOINS_PLAYED.find((way) => way === value) },
  column: text,
  edits: {
    default: NO_EDITS,
    read: (packed, reader) => reader?.readPackedEdits(packed),
    write: pack,
    damaged: "The edits that it carries are damaged: ask for the link again.",
  },
  from: { default: null, read: microseconds },
  to: { default: null, read: microseconds },
  entity: { default: null, read: (value) => (readEntity(value) === null ? undefined : value) },
  now: { default: null, read: (value) => (readTimeText(value).ok ? value : undefined) },
  case: text,
  open: list(PANELS, ["source"]),
  hide: list(HIDEABLE, []),
  theme: { default: null, read: (value) => THEMES.find((theme) => theme === value) },
  size: { default: null, read: (value) => SIZES.find((size) => size === value) },
};

const NAMES = Object.keys(FIELDS) as (keyof Fields)[];

/** The Lab's Data stage with nothing chosen. */
export const START: Place = {
  page: "lab",
  stage: "data",
  ...(Object.fromEntries(NAMES.map((name) => [name, FIELDS[name].default])) as Omit<Place, "page" | "stage">),
};

/** The page that an address without a path opens. */
export const HOME: Place = { ...START, page: "home" };

/** The gallery of every case. */
export const GALLERY: Place = { ...START, page: "gallery" };

/** A place as the part of an address after `#`: `/`, or `/lab/train?view=spend&row=3&phase=keep_latest`. */
export function formatPlace(place: Place): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const written = writeField(place, name);
    if (written !== null) query.set(name, written);
  }
  const written = query.toString();
  return `${pathFor(place)}${written === "" ? "" : `?${written}`}`;
}

/**
 * Reads the part of an address after `#`. What makes no sense is left at its default and listed, so that a bad
 * link harms nothing and says what was wrong.
 *
 * @param reader - Reads edits; needed where {@link bringsData}.
 */
export function readPlace(address: string, reader: LinkReader | null): { place: Place; problems: string[] } {
  const [path = "", query = ""] = address.split(/\?(.*)/s, 2);
  const problems: string[] = [];
  const place: Place = { ...HOME, ...pathOf(path) };
  if (!isPath(path)) problems.push(`There is no page ${shown(path)}.`);
  for (const [name, value] of new URLSearchParams(query)) {
    if (!isField(name)) problems.push(`${shown(name)} means nothing here.`);
    else if (!readField(place, name, value, reader))
      problems.push(FIELDS[name].damaged ?? `${name} cannot be ${shown(value)}.`);
  }
  if (
    (place.from === null) !== (place.to === null) ||
    (place.from !== null && place.to !== null && place.from >= place.to)
  ) {
    problems.push("from and to must both be there, from before to.");
    place.from = null;
    place.to = null;
  }
  return { place, problems };
}

function pathFor({ page, stage }: Place): string {
  switch (page) {
    case "home":
      return "/";
    case "lab":
      return `/lab/${stage}`;
    case "gallery":
      return "/gallery";
  }
}

/** Page and stage by the path; a path that does not exist leads to the nearest page that does. */
function pathOf(path: string): Pick<Place, "page" | "stage"> {
  const stage = STAGES.find((name) => path === `/lab/${name}`) ?? START.stage;
  if (path === "/gallery") return { page: "gallery", stage };
  return { page: /^\/lab(\/|$)/.test(path) ? "lab" : "home", stage };
}

function isPath(path: string): boolean {
  return ["", "/", "/lab", "/gallery"].includes(path) || STAGES.some((name) => path === `/lab/${name}`);
}

function isField(name: string): name is keyof Fields {
  return Object.hasOwn(FIELDS, name);
}

/** A field's text; `null` where it is at its default, which is not written. */
function writeField<Name extends keyof Fields>(place: Pick<Place, Name>, name: Name): string | null {
  const value: Place[Name] = place[name];
  const field: Field<Place[Name]> = FIELDS[name];
  return value === null || isSame(value, field.default) ? null : (field.write?.(value) ?? String(value));
}

/** The same value; of two lists, the same entries. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}

function readField<Name extends keyof Fields>(
  place: Pick<Place, Name>,
  name: Name,
  text: string,
  reader: LinkReader | null,
): boolean {
  const value: Place[Name] | undefined = FIELDS[name].read(text, reader);
  if (value === undefined) return false;
  place[name] = value;
  return true;
}
