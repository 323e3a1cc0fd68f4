import * as v from "valibot";
import { HANDED_IN_FORMAT, type HandedIn, HandedInSchema, MOST_HANDED_IN, shownName } from "./handed-in";

/** What a student has handed in, or a sentence that says why the file cannot be read, with what would work. */
export type ReadHandedIn =
  | { readonly ok: true; readonly handedIn: HandedIn }
  | { readonly ok: false; readonly why: string };

/** Why a file of so many bytes is not read; `null` where it is. */
export function handedInExcess(bytes: number): string | null {
  return bytes <= MOST_HANDED_IN.bytes
    ? null
    : `It has ${(bytes / 1_000_000).toFixed(1)} MB; a file of answers has ${MOST_HANDED_IN.bytes / 1_000_000} MB at most.`;
}

/** Reads a file of answers, of unknown origin. O(size), and no more than within {@link MOST_HANDED_IN}. */
export function readHandedIn(text: string): ReadHandedIn {
  const excess = handedInExcess(text.length);
  if (excess !== null) return { ok: false, why: excess };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, why: `It is no JSON. ${WAY_OUT}` };
  }
  const why = whyOther(value);
  if (why !== null) return { ok: false, why };
  const read = v.safeParse(HandedInSchema, value);
  if (!read.success) return { ok: false, why: `${issueWords(read.issues)} ${WAY_OUT}` };
  const name = shownName(read.output.name);
  if (name === "") return { ok: false, why: "Its name has no letter to be shown." };
  return { ok: true, handedIn: { ...read.output, name } };
}

const WAY_OUT = "Ask for a file that “Hand in” in Learn has written.";

/** Why a value is something else than what this version hands in; `null` where it may be that. */
function whyOther(value: unknown): string | null {
  if (!isObject(value)) return `It holds no answers. ${WAY_OUT}`;
  if (value.format !== HANDED_IN_FORMAT) {
    if ("seed" in value && "lessons" in value)
      return "It is saved progress, which holds more than is handed in. Open it in Learn, and choose “Hand in” there.";
    return `It holds no answers that were handed in. ${WAY_OUT}`;
  }
  if (value.version !== 1)
    return `It was written by another version of microFS: ${shownVersion(value.version)}. This one reads version 1.`;
  return null;
}

function shownVersion(version: unknown): string {
  return typeof version === "number" ? `version ${version}` : "it does not say which";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first thing that is wrong, and where. */
function issueWords([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issue) ?? "It";
  if (issue.type === "max_length") {
    const { letters, answers } = MOST_HANDED_IN;
    if (Array.isArray(issue.input))
      return `It has more than ${answers.toLocaleString("en")} answers in “${path}”.`;
    return `${path === "name" ? "Its name" : `“${path}”`} has more than ${letters} letters.`;
  }
  return `“${path}” is not as it should be: ${issue.expected ?? "another value"} is needed.`;
}
