/** The stable names of everything that can be refused. */
export type ErrorCode =
  | "feature_group_not_found"
  | "feature_group_exists"
  | "feature_group_in_use"
  | "feature_view_not_found"
  | "feature_view_exists"
  | "invalid_definition"
  | "invalid_duration"
  | "column_conflict"
  | "type_mismatch"
  | "batch_shape"
  | "missing_entity_column"
  | "unknown_entity_column"
  | "invalid_entity_value"
  | "not_servable"
  | "invalid_argument"
  | "storage_full"
  | "storage_unreadable";

/**
 * The base of every error the store throws. `code` is for programs; the message is for people:
 * what was asked, what was wrong, what would work. A call that throws one has changed nothing.
 */
export class MicroFSError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A feature group or view that was asked for is not there, or is there already, or is needed elsewhere. */
export class NameError extends MicroFSError {
  constructor(
    code:
      | "feature_group_not_found"
      | "feature_group_exists"
      | "feature_group_in_use"
      | "feature_view_not_found"
      | "feature_view_exists",
    message: string,
  ) {
    super(code, message);
  }
}

/** What was declared does not make sense: a group's or view's definition, a duration, two columns of one name. */
export class DefinitionError extends MicroFSError {
  constructor(
    code: "invalid_definition" | "invalid_duration" | "column_conflict" | "type_mismatch",
    message: string,
  ) {
    super(code, message);
  }
}

/** What was asked cannot be: a moment that is no time, a training row that is not there, a value that cannot be cast. */
export class ArgumentError extends MicroFSError {
  constructor(message: string) {
    super("invalid_argument", message);
  }
}

/** The columns of a batch are not the columns of its feature group. The whole batch is refused. */
export class BatchShapeError extends MicroFSError {
  constructor(message: string) {
    super("batch_shape", message);
  }
}

/** A look-up in the online store was asked with the wrong entity, or of a view that cannot be served. */
export class ServingError extends MicroFSError {
  constructor(
    code: "missing_entity_column" | "unknown_entity_column" | "invalid_entity_value" | "not_servable",
    message: string,
  ) {
    super(code, message);
  }
}

/** IndexedDB could not keep, or could not give back, what the store put there. */
export class StorageError extends MicroFSError {
  constructor(code: "storage_full" | "storage_unreadable", message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/** A name as messages show it: `"user_payments"`. */
export function quote(name: string): string {
  return JSON.stringify(name);
}

/** Names as messages list them: `"a", "b" and "c"`, or `none`. */
export function quoteAll(names: Iterable<string>): string {
  const quoted = Array.from(names, quote);
  if (quoted.length === 0) return "none";
  if (quoted.length === 1) return quoted[0];
  return `${quoted.slice(0, -1).join(", ")} and ${quoted[quoted.length - 1]}`;
}

/**
 * The end of a "does not exist" sentence: the nearest existing name, or all of them, or that there are none.
 * Near is an edit distance (Levenshtein) of at most a third of the asked name, rounded up.
 */
export function suggest(asked: string, existing: Iterable<string>): string {
  const names = Array.from(existing);
  if (names.length === 0) return "There are none yet.";
  const byDistance = names.map((name) => ({ name, distance: editDistance(asked, name) }));
  byDistance.sort((a, b) => a.distance - b.distance);
  const nearest = byDistance[0];
  if (nearest.distance <= Math.ceil(asked.length / 3)) return `Did you mean ${quote(nearest.name)}?`;
  return `There ${names.length === 1 ? "is" : "are"} ${quoteAll(names)}.`;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
