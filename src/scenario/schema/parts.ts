import * as v from "valibot";
import { type Duration, MicroFSError, parseDuration, readTimeText } from "../../microfs/core";
import { shown } from "../inline-value";

/**
 * The parts that a scenario's schema is made of. Each says what is wrong with a value as the rest of a sentence that
 * begins with the value's path: `view.joins[0].ttl` `is true, where a duration is needed.`
 */
type Refused = { readonly input: unknown };

function needs(what: string): (refused: Refused) => string {
  return ({ input }) => `is ${shown(input)}, where ${what} is needed.`;
}

export const text = v.pipe(v.string(needs("text")), v.nonEmpty(needs("text")));

export const flag = v.boolean(needs("true or false"));

/** A whole number in [0, 2^53). */
export const count = v.custom<number>(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  needs("a whole number from 0"),
);

/** A whole number in [1, most]. */
export function countUpTo(most: number) {
  return v.custom<number>(
    (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most,
    needs(`a whole number from 1 to ${most}`),
  );
}

/** A moment as ISO text, as the engine reads it. */
export const time = v.custom<string>(
  (value) => typeof value === "string" && readTimeText(value).ok,
  needs('a time like "2025-11-06T12:00:00Z"'),
);

/** A duration as it was written, where the engine can read it. */
export const duration = v.custom<Duration>(isDuration, ({ input }) =>
  typeof input === "string" || typeof input === "number"
    ? `is ${shown(input)}, which is not a duration. Write "7d", "90m" or "1h30m".`
    : needs('a duration like "7d" or "1h30m"')({ input }),
);

function isDuration(value: unknown): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  try {
    parseDuration(value, "");
    return true;
  } catch (error) {
    if (error instanceof MicroFSError) return false;
    throw error;
  }
}

export function oneOf<const Choice extends string | number>(choices: readonly Choice[]) {
  return v.picklist(choices, ({ input }) => canBe(input, choices));
}

function canBe(input: unknown, choices: readonly (string | number)[]): string {
  return `is ${shown(input)}. It can be ${choices.map(shown).join(", ")}.`;
}

export function listOf<Item extends v.GenericSchema>(item: Item) {
  return v.array(item, needs("a list"));
}

const noObject = v.custom<never>(() => false, needs("an object"));

/** An object with these properties and no others: what it has beyond is refused, never dropped. */
export function object<const Entries extends v.ObjectEntries>(entries: Entries) {
  const schema = properties(entries);
  return v.lazy((input) => (isObject(input) ? schema : noObject));
}

/** One of several kinds of object, told apart by their `kind`. */
export function oneKindOf<const Kinds extends readonly (v.ObjectEntries & { kind: v.GenericSchema })[]>(
  names: readonly string[],
  ...kinds: Kinds
) {
  const schema = v.variant(
    "kind",
    kinds.map(properties) as { [I in keyof Kinds]: v.StrictObjectSchema<Kinds[I], undefined> },
    ({ input }) => canBe(input, names),
  );
  return v.lazy((input) => (isObject(input) ? schema : noObject));
}

function properties<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected, path }) => {
    if (expected === "never") return `is not known here. Known are ${Object.keys(entries).join(", ")}.`;
    // A property that is missing is refused as its own schema refuses nothing at all.
    const schema = entries[String(path?.[0]?.key)];
    const refused = schema && v.safeParse(schema as v.GenericSchema, undefined).issues?.[0];
    return refused?.message ?? "is missing.";
  });
}

/** An object with any properties, of one kind of value. Not `v.record`, which drops those named `__proto__` or `constructor`. */
export function recordOf<Value extends v.GenericSchema>(value: Value) {
  type Output = Record<string, v.InferOutput<Value>>;
  return v.pipe(
    v.custom<Record<string, unknown>>(isObject, needs("an object")),
    v.rawTransform(({ dataset, addIssue }): Output => {
      const input = dataset.value;
      return Object.fromEntries(
        Object.entries(input).map(([key, given]) => {
          const read = v.safeParse(value, given);
          const here: v.IssuePathItem = { type: "object", origin: "value", input, key, value: given };
          for (const { message, path } of read.issues ?? [])
            addIssue({ message, path: [here, ...(path ?? [])] });
          return [key, read.output];
        }),
      );
    }),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is wrong, as sentences that begin with the path of a value; the value itself has the path `root`. */
export function sentences(issues: readonly v.BaseIssue<unknown>[], root = ""): string[] {
  return issues.map(({ path, message }) =>
    sentence(
      (path ?? []).reduce((where, { key }) => at(where, key), root),
      message,
    ),
  );
}

/** `<path> <rest>`. */
export function sentence(path: string, rest: string): string {
  return `${path === "" ? "the scenario" : path} ${rest}`;
}

/** The path of an entry or a property: `joins[0]`, `view.joins`, or `schema["first name"]` where the name is no word. */
export function at(path: string, key: unknown): string {
  if (typeof key === "number") return `${path}[${key}]`;
  const name = String(key);
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}
