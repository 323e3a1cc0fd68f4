import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { type LessonProblem, problemAt } from "./lesson-problem";
import { unclosedIn } from "./unclosed-bracket";

/** JSON as it is written, and where in it each value stands; or why it cannot be read. */
export type ReadFront =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: JSONPath) => number }
  | { readonly ok: false; readonly problems: readonly LessonProblem[] };

/** Lists and objects within each other: a lesson needs ten. */
const MOST_DEPTH = 24;

/** Names that mean something else to JavaScript than a field. */
const NO_FIELDS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads JSON that a person may have written. What is wrong with its signs is said with the line. A field that stands there
 * twice is refused, and so is one that would change what every object is.
 *
 * @param firstLine - The line of the file on which it begins.
 */
export function readFront(json: string, firstLine: number): ReadFront {
  const lineAt = (offset: number) => firstLine + json.slice(0, offset).split("\n").length - 1;
  const deep = tooDeepAt(json);
  if (deep !== null)
    return refused(
      problemAt(
        lineAt(deep),
        null,
        `more than ${MOST_DEPTH} lists and objects stand within each other. No lesson needs that.`,
      ),
    );
  const begin = json.search(/\S/);
  if (begin === -1)
    return refused(
      problemAt(firstLine, null, "nothing stands here. A lesson's data are a JSON object: { … }."),
    );
  if (json[begin] !== "{")
    return refused(
      problemAt(
        lineAt(begin),
        null,
        "the part between the --- lines is JSON: it begins with { and ends with }.",
      ),
    );
  const errors: ParseError[] = [];
  const tree = parseTree(json, errors, { disallowComments: true });
  if (tree === undefined || errors.length > 0) return refused(syntaxProblem(errors, lineAt, json));
  const fields: LessonProblem[] = [];
  checkFields(tree, "", (node, path, message) => fields.push(problemAt(lineAt(node.offset), path, message)));
  if (fields.length > 0) return refused(...fields);
  return {
    ok: true,
    value: JSON.parse(json),
    lineOf: (path) => lineAt(nearest(tree, path).offset),
  };
}

function refused(...problems: LessonProblem[]): ReadFront {
  return { ok: false, problems };
}

/** The node of a path; of a field that is missing, what it is missing in. */
function nearest(tree: Node, path: JSONPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    // The line of its name says more than that of a long value.
    if (node !== undefined) return node.parent?.type === "property" ? node.parent : node;
  }
  return tree;
}

/** The offset at which brackets go deeper than a lesson can; `null` where they do not. What stands in texts does not count. */
function tooDeepAt(json: string): number | null {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < json.length; i++) {
    const sign = json[i];
    if (isText) {
      if (sign === "\\") i++;
      else if (sign === '"' || sign === "\n") isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === "{" || sign === "[") {
      if (++depth > MOST_DEPTH) return i;
    } else if (sign === "}" || sign === "]") depth--;
  }
  return null;
}

function checkFields(
  node: Node,
  path: string,
  refuse: (node: Node, path: string, message: string) => void,
): void {
  const seen = new Set<string>();
  for (const [i, child] of (node.children ?? []).entries()) {
    if (node.type === "array") checkFields(child, `${path}[${i}]`, refuse);
    if (child.type !== "property") continue;
    const [name, value] = child.children ?? [];
    const key = String(name?.value);
    const here = path === "" ? key : `${path}.${key}`;
    if (NO_FIELDS.has(key)) refuse(child, here, "is no name that a field can have. Choose another.");
    else if (seen.has(key)) refuse(child, here, "stands here a second time. Keep one of them.");
    else if (value !== undefined) checkFields(value, here, refuse);
    seen.add(key);
  }
}

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word stands here that is no JSON. Texts stand between quotes: "…".',
  InvalidNumberFormat: "this is no number as JSON writes it, such as 12 or -0.5.",
  PropertyNameExpected:
    "the name of a field is expected here, between quotes. After the last field stands no comma.",
  ValueExpected: "a value is expected here. After the last one of a list stands no comma.",
  ColonExpected: "a colon is expected here, between a field's name and its value.",
  CommaExpected: "a comma is missing before this.",
  CloseBraceExpected: "a closing } is missing.",
  CloseBracketExpected: "a closing ] is missing.",
  EndOfFileExpected: "this stands after the end of the data. They are one object: { … }.",
  InvalidCommentToken: "comments are not read here. Write them into the text, or leave them out.",
  UnexpectedEndOfString: 'a closing quote " is missing.',
  InvalidUnicode: "after \\u four digits or letters from a to f are expected.",
  InvalidEscapeCharacter: "a backslash must stand twice, \\\\, where it is meant as one.",
  InvalidCharacter: "a sign stands here that JSON does not know.",
};

/** What is said where a bracket that is missing makes the parser stumble, and not only there. */
const MAY_BE_UNCLOSED: ReadonlySet<string> = new Set([
  "PropertyNameExpected",
  "ValueExpected",
  "ColonExpected",
  "CommaExpected",
  "CloseBraceExpected",
  "CloseBracketExpected",
  "EndOfFileExpected",
]);

/** The first mistake alone: it makes the parser stumble over what follows. Of a bracket that is missing, where it was opened. */
function syntaxProblem(
  errors: readonly ParseError[],
  lineAt: (offset: number) => number,
  json: string,
): LessonProblem {
  const [first] = errors;
  const code = first === undefined ? "" : printParseErrorCode(first.error);
  const offset = Math.min(first?.offset ?? 0, json.trimEnd().length);
  const unclosed = MAY_BE_UNCLOSED.has(code) ? unclosedIn(json, offset) : null;
  if (unclosed === null)
    return problemAt(lineAt(offset), null, SYNTAX[code] ?? "this cannot be read as JSON.");
  const { open, name } = unclosed;
  const what = `${open === "{" ? "object" : "list"}${name === null ? "" : ` “${name}”`}`;
  return problemAt(
    lineAt(unclosed.offset),
    null,
    `a closing ${open === "{" ? "}" : "]"} is missing: the ${what} that begins here is not closed.`,
  );
}
