import { at, JsonReader } from "./json-reader";
import { PHASES } from "./phases";
import type { Scenario, ScenarioStart } from "./scenario";
import { readGroup } from "./validate-group";
import { readView } from "./validate-view";

/** A scenario that can be used, or every reason why it cannot: sentences, each beginning with the path of a value. */
export type Validation = { ok: true; scenario: Scenario } | { ok: false; problems: string[] };

/**
 * Reads a scenario from a JSON value of unknown origin: a link, a file, another version of this app. Properties
 * that a scenario does not have are refused, not dropped: what they would have meant would be lost without a word.
 * Whether the definitions make sense together (types that differ, names that collide) the engine says when it is given them.
 *
 * @returns A fresh value, equal to the given one where that is valid. Costs O(size).
 */
export function validateScenario(value: unknown): Validation {
  const reader = new JsonReader();
  const scenario = readScenario(reader, value);
  if (scenario !== undefined && reader.problems.length === 0) return { ok: true, scenario };
  return { ok: false, problems: reader.problems };
}

function readScenario(reader: JsonReader, value: unknown): Scenario | undefined {
  const known = ["version", "name", "title", "text", "groups", "view", "start", "notes"];
  const properties = reader.object(value, "", known);
  if (properties === undefined) return undefined;
  const version = reader.oneOf(properties.get("version"), "version", [1]);
  const text = (given: unknown, path: string) => reader.text(given, path);
  const name = text(properties.get("name"), "name");
  const title = text(properties.get("title"), "title");
  const groups = reader.list(properties.get("groups"), "groups", (group, path) =>
    readGroup(reader, group, path),
  );
  if (version !== 1 || groups === undefined) return undefined;
  const definitions = groups.map((group) => group.definition);
  definitions.forEach(({ name: groupName }, i) => {
    const first = definitions.findIndex((other) => other.name === groupName);
    if (first < i)
      reader.refuse(`groups[${i}].definition.name`, `is "${groupName}", as that of groups[${first}] is.`);
  });
  const view = readView(reader, properties.get("view"), "view", definitions);
  const joins = view?.joins.length;
  const rest = {
    ...reader.optional(properties, "text", "", text),
    ...reader.optional(properties, "start", "", (given, path) => readStart(reader, given, path, joins)),
    ...reader.optional(properties, "notes", "", text),
  };
  if (name === undefined || title === undefined || view === undefined) return undefined;
  return { version, name, title, groups, view, ...rest };
}

function readStart(
  reader: JsonReader,
  value: unknown,
  path: string,
  joins: number | undefined,
): ScenarioStart | undefined {
  const properties = reader.object(value, path, ["row", "join", "phase"]);
  if (properties === undefined) return undefined;
  const row = reader.count(properties.get("row"), at(path, "row"));
  const join = reader.count(properties.get("join"), at(path, "join"));
  const phase = reader.oneOf(properties.get("phase"), at(path, "phase"), PHASES);
  if (row === undefined || join === undefined || phase === undefined) return undefined;
  if (joins !== undefined && join >= joins) {
    return reader.refuse(
      at(path, "join"),
      `is ${join}, and the view has no such join: they are counted from 0.`,
    );
  }
  return { row, join, phase };
}
