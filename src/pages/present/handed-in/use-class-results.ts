import { useMemo } from "react";
import { type ClassResults, classResults } from "../../../learn/handed-in/class-results";
import { type AskedLookup, loadQuestions } from "../../../learn/handed-in/load-questions";
import { type Students, studentsOf } from "../../../learn/handed-in/students";
import { handedInStore } from "../../../state/present/handed-in-store";
import { usePart } from "../../../state/use-app";
import { type Loaded, useLoaded } from "../../../views/take-home/use-loaded";

export interface ClassAnswers extends Students {
  readonly results: ClassResults;
  readonly lookup: AskedLookup;
}

/** What the class believes that has handed in. The lessons that it answered are loaded for it. */
export function useClassResults(): Loaded<ClassAnswers> {
  const handedIn = usePart(handedInStore, (state) => state.handedIn);
  const people = useMemo(() => studentsOf(handedIn), [handedIn]);
  const answers = useMemo(() => handedIn.flatMap((one) => one.answers), [handedIn]);
  const lookup = useLoaded(() => loadQuestions(answers), String(handedIn.length));
  const results = useMemo(
    () => (lookup.kind === "loaded" ? classResults(people.students, lookup.value) : null),
    [people, lookup],
  );
  if (lookup.kind !== "loaded") return lookup;
  if (results === null) return { kind: "loading" };
  return { kind: "loaded", value: { ...people, results, lookup: lookup.value } };
}
