import type { Scenario } from "../../scenario/scenario";

/** Reads what an address brings; it is loaded with the first address that {@link bringsData}. */
export type LinkReader = typeof import("./read-link");

/**
 * Whose data is looked at: the reader's own, or what a link brings. A linked scenario has a store of its own, so that
 * opening a link touches nothing of the reader's.
 */
export type Source =
  | { readonly kind: "own" }
  | { readonly kind: "sample"; readonly name: string }
  | { readonly kind: "scenario"; readonly packed: string };

export const OWN: Source = { kind: "own" };

/** The database of the reader's own store. */
const OWN_STORE = "microfs";

/** The parameters of an address that name a source. */
const PARAMETERS = ["sample", "scenario"] as const;

/** Whether two sources are the same data. */
export function isSameSource(a: Source, b: Source): boolean {
  return storeNameOf(a) === storeNameOf(b);
}

/** The name of the source's IndexedDB database. */
export function storeNameOf(source: Source): string {
  switch (source.kind) {
    case "own":
      return OWN_STORE;
    case "sample":
      return `${OWN_STORE} sample ${source.name}`;
    case "scenario":
      return `${OWN_STORE} link ${fingerprint(source.packed)}`;
  }
}

/** Whether an address brings data or edits, which a {@link LinkReader} reads. */
export function bringsData(address: string): boolean {
  const fields = new URLSearchParams(address.split(/\?(.*)/s, 2)[1]);
  return [...PARAMETERS, "edits"].some((name) => fields.has(name));
}

/**
 * Takes the source out of an address; what is left is a place's. A source that makes no sense is the reader's own, and said.
 *
 * @param reader - `null` where the address brings no data.
 */
export function takeSource(
  address: string,
  reader: LinkReader | null,
): { source: Source; rest: string; problems: string[] } {
  const [path = "", query = ""] = address.split(/\?(.*)/s, 2);
  const fields = new URLSearchParams(query);
  const [sample, packed] = PARAMETERS.map((name) => fields.get(name));
  for (const name of PARAMETERS) fields.delete(name);
  const rest = fields.size === 0 ? path : `${path}?${fields}`;
  const source: Source = sample
    ? { kind: "sample", name: sample }
    : packed
      ? { kind: "scenario", packed }
      : OWN;
  const read = readSource(source, reader);
  if (!read.ok) return { source: OWN, rest, problems: read.problems };
  scenarios.set(source, read.scenario);
  return { source, rest, problems: [] };
}

/** The address with the source in it. */
export function withSource(address: string, source: Source): string {
  if (source.kind === "own") return address;
  const parameter =
    source.kind === "sample"
      ? new URLSearchParams({ sample: source.name })
      : new URLSearchParams({ scenario: source.packed });
  return `${address}${address.includes("?") ? "&" : "?"}${parameter}`;
}

const scenarios = new WeakMap<Source, Scenario | null>();

/** The scenario that a source from an address brings; `null` for the reader's own data. */
export function scenarioOf(source: Source): Scenario | null {
  return scenarios.get(source) ?? null;
}

function readSource(
  source: Source,
  reader: LinkReader | null,
): { ok: true; scenario: Scenario | null } | { ok: false; problems: string[] } {
  if (source.kind === "own") return { ok: true, scenario: null };
  if (reader === null) throw new TypeError(`data of the kind ${source.kind} needs what reads it`);
  return source.kind === "sample" ? reader.readSample(source.name) : reader.readPackedScenario(source.packed);
}

/** A short text that differs for different texts: FNV-1a, twice with different beginnings. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
