/**
 * Reads a JSON value of unknown shape, and writes down in sentences what is wrong with it, each beginning with
 * the path of the value: `view.joins[0].ttl is true: …`. A reader method answers `undefined` where it complained.
 */
export class JsonReader {
  readonly problems: string[] = [];

  /** Adds `<path> <sentence>`. */
  refuse(path: string, sentence: string): undefined {
    this.problems.push(`${path === "" ? "the scenario" : path} ${sentence}`);
    return undefined;
  }

  /** An object with no other properties than `known`; what it has beyond is refused, never dropped. */
  object(value: unknown, path: string, known: readonly string[] | "any"): Map<string, unknown> | undefined {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return this.refuse(path, `is ${shown(value)}, where an object is needed.`);
    }
    // A map, because a property may be called `__proto__`.
    const properties = new Map<string, unknown>(Object.entries(value));
    if (known === "any") return properties;
    for (const name of properties.keys()) {
      if (!known.includes(name))
        this.refuse(at(path, name), `is not known here. Known are ${known.join(", ")}.`);
    }
    return properties;
  }

  list<T>(
    value: unknown,
    path: string,
    readItem: (item: unknown, path: string) => T | undefined,
  ): T[] | undefined {
    if (!Array.isArray(value)) return this.refuse(path, `is ${shown(value)}, where a list is needed.`);
    const items = value.map((item: unknown, i) => readItem(item, `${path}[${i}]`));
    const good = items.filter((item) => item !== undefined);
    return good.length === items.length ? good : undefined;
  }

  text(value: unknown, path: string): string | undefined {
    if (typeof value === "string" && value !== "") return value;
    return this.refuse(path, `is ${shown(value)}, where text is needed.`);
  }

  flag(value: unknown, path: string): boolean | undefined {
    if (typeof value === "boolean") return value;
    return this.refuse(path, `is ${shown(value)}, where true or false is needed.`);
  }

  /** A whole number in [0, 2^53). */
  count(value: unknown, path: string): number | undefined {
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    return this.refuse(path, `is ${shown(value)}, where a whole number from 0 is needed.`);
  }

  oneOf<T extends string | number>(value: unknown, path: string, choices: readonly T[]): T | undefined {
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    return this.refuse(path, `is ${shown(value)}. It can be ${choices.map(shown).join(", ")}.`);
  }

  /** A property by its name, or no property where there is none: to be spread into an object. */
  optional<Name extends string, T>(
    properties: ReadonlyMap<string, unknown>,
    name: Name,
    path: string,
    read: (value: unknown, path: string) => T | undefined,
  ): { [N in Name]?: T } {
    if (!properties.has(name)) return {};
    const value = read(properties.get(name), at(path, name));
    return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: T };
  }
}

/** The path of a property: `view.joins`, or `schema["first name"]` where the name is no word. */
export function at(path: string, name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

/** A value as a sentence shows it, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
