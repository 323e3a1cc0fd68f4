import { unpack } from "../../scenario/packed";
import { SAMPLES } from "../../scenario/samples/samples";
import type { Scenario } from "../../scenario/scenario";
import { validateScenario } from "../../scenario/validate-scenario";

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

/** Takes the source out of an address; what is left is a place's. A source that makes no sense is the reader's own, and said. */
export function takeSource(address: string): { source: Source; rest: string; problems: string[] } {
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
  const read = readSource(source);
  return read.ok ? { source, rest, problems: [] } : { source: OWN, rest, problems: read.problems };
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

/** The scenario that a source brings; `null` for the reader's own data. Read once per source. */
export function scenarioOf(source: Source): Scenario | null {
  const known = scenarios.get(source);
  if (known !== undefined) return known;
  const read = readSource(source);
  const scenario = read.ok ? read.scenario : null;
  scenarios.set(source, scenario);
  return scenario;
}

function readSource(
  source: Source,
): { ok: true; scenario: Scenario | null } | { ok: false; problems: string[] } {
  switch (source.kind) {
    case "own":
      return { ok: true, scenario: null };
    case "sample": {
      const sample = SAMPLES.find(({ name }) => name === source.name);
      if (sample !== undefined) return { ok: true, scenario: sample };
      const names = SAMPLES.map(({ name }) => name).join(" and ");
      return { ok: false, problems: [`There is no sample “${source.name}”; there are ${names}.`] };
    }
    case "scenario": {
      const value = unpack(source.packed);
      if (value === undefined)
        return { ok: false, problems: ["The data that it carries is damaged: ask for the link again."] };
      const validation = validateScenario(value);
      return validation.ok
        ? validation
        : {
            ok: false,
            problems: ["The data that it carries makes no sense:", ...validation.problems.slice(0, 3)],
          };
    }
  }
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
