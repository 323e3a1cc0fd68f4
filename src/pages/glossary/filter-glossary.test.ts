import { expect, test } from "vitest";
import { LESSON_NAMES } from "../../learn/lesson-names";
import { GLOSSARY, glossaryEntry } from "../../terms/glossary";
import { filterGlossary } from "./filter-glossary";
import { lessonLink, TERM_LESSONS } from "./term-lessons";

const idsFor = (text: string) =>
  filterGlossary(GLOSSARY, text).flatMap(({ entries }) => entries.map(({ id }) => id));

test("a term is found by another word for it, and by what it is called elsewhere", () => {
  expect(idsFor("tolerance")).toEqual(expect.arrayContaining(["TTL"]));
  expect(idsFor("pandas merge_asof")).toEqual(["point-in-time join"]);
  expect(idsFor("hopsworks get_feature_vector")).toEqual(["look-up"]);
  expect(idsFor("no such word")).toEqual([]);
});

test("without words all are there", () => {
  expect(filterGlossary(GLOSSARY, "  ")).toEqual(GLOSSARY);
});

test("every term that is said to be used in a lesson is in the glossary, and every lesson uses one", () => {
  const missing = Object.keys(TERM_LESSONS).filter((id) => glossaryEntry(id)?.id !== id);
  expect(missing).toEqual([]);
  const used = new Set(Object.values(TERM_LESSONS).flat());
  expect(LESSON_NAMES.filter((name) => !used.has(name))).toEqual([]);
});

/** What pictures and scores say, and texts need not. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  ...["chosen", "superseded", "future", "expired", "not yet known"],
  "latest",
]);

test("a term is used in the lessons whose texts dot it, and in no others", () => {
  const texts = import.meta.glob<string>("../../lessons/en/*.md", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const dotted = LESSON_NAMES.flatMap((lesson) => {
    const text = texts[`../../lessons/en/${lesson}.md`] ?? "";
    return [...text.matchAll(/:term\[([^\]]*)\](?:\{of=(?:"([^"]*)"|([^}\s]*))\})?/g)].map(
      ([, words = "", quoted, plain]) => ({
        lesson,
        id: glossaryEntry(quoted ?? plain ?? words)?.id ?? words,
      }),
    );
  });
  expect(dotted.length).toBeGreaterThan(0);
  const unsaid = dotted.filter(({ lesson, id }) => !TERM_LESSONS[id]?.includes(lesson));
  expect(unsaid).toEqual([]);
  const notDotted = Object.entries(TERM_LESSONS).flatMap(([id, lessons]) =>
    SAID_ELSEWHERE.has(id)
      ? []
      : lessons
          .filter((lesson) => !dotted.some((one) => one.lesson === lesson && one.id === id))
          .map((lesson) => ({ lesson, id })),
  );
  expect(notDotted).toEqual([]);
});

test("a lesson is called by its number, and the opening, which has none, by its name", () => {
  expect([lessonLink("opening"), lessonLink("too-old")]).toEqual(["the opening", "lesson 4, Too old"]);
});
