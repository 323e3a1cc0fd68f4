import { describe, expect, test } from "vitest";
import { COURSE_MINUTES, COURSE_WORDS } from "../course";
import type { LessonName } from "../lesson-names";
import { EVERY_LESSON } from "../testing/every-lesson";
import { LESSON_LIMITS } from "./lesson-file";
import { problemWords } from "./lesson-problem";
import { type ReadLessonFile, readLessonFile } from "./read-lesson-file";
import { SMALL_FILE } from "./testing/small-file";
import { writeLessonFile } from "./write-lesson-file";

const TEXTS = import.meta.glob<string>("../../lessons/en/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

function problemsOf(read: ReadLessonFile): string[] {
  return read.ok ? [] : read.problems.map(problemWords);
}

function refusedOf(file: string): string {
  return problemsOf(readLessonFile(file)).join("\n");
}

describe.each(EVERY_LESSON)("the app's own lesson $name", ({ name, lesson, parts }) => {
  const { title, idea } = COURSE_WORDS[name];
  const { minutes } = COURSE_MINUTES[name];
  const text = TEXTS[`../../lessons/en/${name}.md`] ?? "";
  const file = writeLessonFile({ title, idea, author: "microFS", minutes, lesson, text });

  test("is the same read from a lesson file", () => {
    const read = readLessonFile(file, { isOfCourse: true });
    expect(problemsOf(read)).toEqual([]);
    expect(read.ok && read.file).toEqual({ title, idea, author: "microFS", minutes, lesson, parts });
  });
});

/** Those that show what only the app's own lessons can. */
const OF_COURSE: readonly LessonName[] = ["tempting-join", "nothing", "time-split", "your-data"];

test("the app's own lessons can be given away but for those with scores and tasks", () => {
  const refused = EVERY_LESSON.filter(({ name, lesson }) => {
    const text = TEXTS[`../../lessons/en/${name}.md`] ?? "";
    return !readLessonFile(writeLessonFile({ title: name, lesson, text })).ok;
  });
  expect(refused.map(({ name }) => name)).toEqual(OF_COURSE);
});

test("a small file is read, and its minutes are a slow reader's", () => {
  const read = readLessonFile(SMALL_FILE);
  expect(problemsOf(read)).toEqual([]);
  expect(read.ok && read.file).toMatchObject({
    title: "Mia’s battery",
    author: "Ada",
    idea: null,
    minutes: 1,
  });
  expect(read.ok && read.file.lesson.shortParts).toBe(2);
});

test("line ends of other systems and a byte order mark change nothing", () => {
  const [read, same] = [SMALL_FILE, `\uFEFF${SMALL_FILE.replaceAll("\n", "\r\n")}`].map((file) =>
    readLessonFile(file),
  );
  expect(read?.ok && read.file.title).toBe("Mia’s battery");
  expect(same?.ok && same.file).toEqual(read?.ok && read.file);
});

const changed = (from: string, to: string) => {
  expect(SMALL_FILE).toContain(from);
  return SMALL_FILE.replace(from, to);
};

test.each([
  ["no front", "## Predict\n\nWords", "Line 1: a lesson file begins with a line ---"],
  ["no end of it", "---\n{}\n", "Line 1: the data begin here, and no second line --- ends them."],
  ["no data", "---\n---\n", "Line 2: nothing stands here"],
  ["no comma", changed('"version": 1,', '"version": 1'), "Line 4: a comma is missing"],
  ["YAML", "---\ntitle: Mia\n---\n", "Line 2: the part between the --- lines is JSON: it begins with {"],
  ["a comment", changed('"version": 1,', '"version": 1, // mine'), "Line 3: comments are not read"],
  [
    "a field twice",
    changed('"version": 1,', '"version": 1,\n"version": 1,'),
    "Line 4: version stands here a second",
  ],
  ["another version", changed('"version": 1', '"version": 2'), "Line 3: version is 2. It can be 1."],
  [
    "a field unknown",
    changed('"author"', '"writer"'),
    "Line 5: writer is not known here. Known are version, title",
  ],
  ["a title of no letters", changed('"Mia’s battery"', '""'), 'Line 4: title is "", where text is needed.'],
  [
    "a part twice",
    changed('["predict", "see"]', '["see", "see"]'),
    "Line 6: parts[1] is “see”, as another part is",
  ],
  [
    "a part without a section",
    changed('"see"]', '"see", "why"]'),
    "Line 6: parts names 3 parts, and the text has 2 sections: “Predict”, “Step by step”. In their order, the first part without one is “why”",
  ],
  [
    "a section without a part",
    `${SMALL_FILE}\n## More\n\nWords\n`,
    "the section “More” is one more than parts names",
  ],
  [
    "an unknown kind",
    changed('"kind": "row"', '"kind": "what"'),
    'questions.first.kind is "what". It can be "row"',
  ],
  [
    "an unknown belief",
    changed('["latest"]', '["newest"]'),
    'questions.first.beliefs[0] is "newest". It can be "closest"',
  ],
  [
    "an unknown scenario",
    changed('"scenario": "battery"', '"scenario": "fuel"'),
    "is “fuel”, and there is no such scenario. There are: battery.",
  ],
  [
    "a row that is not there",
    changed('"row": 0', '"row": 7'),
    "Line 43: questions.first.row is 7, and `trips` has row 0 only.",
  ],
  [
    "a row that is not there, in the text",
    changed("answers=first steps", "answers=first row=7"),
    "::timeline shows row 7, and `trips` has row 0 only.",
  ],
  [
    "a time that is none",
    changed('"2026-03-04 10:05"', '"noon"'),
    'scenarios.battery.groups[1].rows.rows[1].at is "noon", where a time',
  ],
  [
    "a column that is not there",
    changed('"percent": "61"', '"volts": "61"'),
    "scenarios.battery.groups[1].rows.rows[1].volts is not known here",
  ],
  [
    "rows of the browser",
    changed(
      '{ "kind": "inline", "rows": [{ "driver": "Mia", "at": "2026-03-04 10:07", "done": true }] }',
      '{ "kind": "stored" }',
    ),
    "whoever opens the lesson has not stored those rows",
  ],
  [
    "a question unknown",
    changed("{question=first}", "{question=second}"),
    "::predict asks question “second”, and there is none. There is first.",
  ],
  ["a question without words", changed("[Which report?]", ""), "::predict needs the words of its question"],
  [
    "an answer too early",
    changed("answers=first steps", "answers=second"),
    "::timeline shows the answer to question “second”, and there is none. There is first.",
  ],
  [
    "a number that is none",
    changed("answers=first steps", "scenario=battery row=x"),
    "::timeline needs a number as row, and has x.",
  ],
  [
    "a join that is not there",
    changed("answers=first steps", "scenario=battery join=3"),
    "shows join 3, and there are 1",
  ],
  [
    "a task of the Lab",
    `${SMALL_FILE}\n::check[Do it]{task=data}\n`,
    "::check with a task is for the app's own lessons",
  ],
  ["a score", `${SMALL_FILE}\n::score{of=cells scenario=battery}\n`, "::score is for the app's own lessons"],
  ["a term unknown", `${SMALL_FILE}\n:term[magic]\n`, "the glossary has no “magic”"],
])("%s is told with line and field", (_, file, message) => {
  expect(refusedOf(file)).toContain(message);
});

const TRIPS = '"primaryKeys": ["driver"],\n            "eventTime": "at"\n          },';

test.each([
  ["an object in the middle", changed(TRIPS, TRIPS.slice(0, -2)), 14, "closing }", "object “definition”"],
  ["its comma too", changed(TRIPS, TRIPS.slice(0, -3)), 14, "closing }", "object “definition”"],
  ["a list", changed('["driver"],\n', '["driver",\n'), 17, "closing ]", "list “primaryKeys”"],
  ["the whole", changed("  }\n}\n---", "  }\n---"), 2, "closing }", "object"],
  ["an object of a line", changed('"percent": "64" }', '"percent": "64"'), 32, "closing }", "object"],
  [
    "an object where no line is moved in",
    changed(TRIPS, TRIPS.slice(0, -2)).replaceAll(/^ +/gm, ""),
    13,
    "closing }",
    "object",
  ],
])("%s that is not closed is the one mistake told, where it begins", (_, file, line, sign, what) => {
  expect(refusedOf(file)).toBe(
    `Line ${line}: a ${sign} is missing: the ${what} that begins here is not closed.`,
  );
});

test("of JSON that cannot be read the first mistake alone is told", () => {
  const file = changed('"version": 1,', '"version": 1').replace('"name": "trips",', '"name": trips');
  expect(refusedOf(file)).toBe("Line 4: a comma is missing before this.");
});

test.each([
  ["a word unknown in a directive", changed("{question=first}", "{question=first colour=red}")],
  ["a directive unknown", changed("answers=first steps", "answers=first").replace("::timeline", "::video")],
  ["a question misspelt", changed("{question=first}", "{question=frist}")],
  ["a row outside", changed('"row": 0', '"row": 7').replace("answers=first", "answers=first row=7")],
])("%s is one mistake, and what follows from it is none", (_, file) => {
  expect(problemsOf(readLessonFile(file))).toHaveLength(1);
});

test("an answer that is shown before it is asked for is told", () => {
  const file = changed("::predict[Which report?]{question=first}", "::timeline{answers=first}");
  expect(refusedOf(file)).toContain("the answer to “first” is shown before a ::predict has asked it.");
});

test("of parts whose titles are their names, the one without a section is named", () => {
  const file = changed('"see"]', '"see", "why"]').replace("## Step by step", "## Why");
  expect(refusedOf(file)).toBe(
    "Line 6: parts names 3 parts, and the text has 2 sections: “Predict”, “Why”. Without one is “see”: head its text with ## and a title.",
  );
});

test.each([
  ["HTML", "<script>alert(1)</script>", "HTML is not read"],
  ["an event handler", "Look <img src=x onerror=alert(1)>", "HTML is not read"],
  ["a foreign picture", "![x](https://example.org/x.png)", "pictures are not shown"],
  ["a link that runs", "[x](javascript:alert(1))", "a link leads into the app"],
  ["a link that carries data", "[x](data:text/html,<script>alert(1)</script>)", "a link leads into the app"],
])("%s is refused with its line", (_, words, message) => {
  const file = `${SMALL_FILE}\n${words}\n`;
  const line = file.trimEnd().split("\n").length;
  expect(refusedOf(file)).toMatch(new RegExp(`^Line ${line}: .*${message}`));
});

test.each(["__proto__", "constructor", "prototype"])("a field %s is refused, and changes nothing", (name) => {
  const file = changed('"version": 1,', `"version": 1, "${name}": { "isHostile": true },`);
  expect(refusedOf(file)).toContain(`Line 3: ${name} is no name that a field can have`);
  expect(Reflect.get({}, "isHostile")).toBeUndefined();
});

test.each([
  [
    "a file of megabytes",
    `${SMALL_FILE}${"words ".repeat(900_000)}`,
    "letters, and a lesson 200,000 at most",
  ],
  ["lists within lists", `---\n{ "title": ${"[".repeat(90_000)}\n}\n---\n`, "Line 2: more than 24 lists"],
  [
    "brackets that never close",
    `${SMALL_FILE}\n${"![".repeat(60_000)}\n`,
    "this paragraph has more than 4000 letters",
  ],
  [
    "quotes within quotes",
    `${SMALL_FILE}\n${">".repeat(3_900)} x\n`,
    "more than 15 lists or quotes begin here",
  ],
])("%s is refused before it is parsed", (_, file, message) => {
  expect(refusedOf(file)).toContain(message);
});

test("too many rows are refused before they are asked of", () => {
  const row = '{ "driver": "Mia", "at": "2026-03-04 10:08", "percent": "58" }';
  const file = changed(row, Array(LESSON_LIMITS.rows).fill(row).join(",\n"));
  expect(refusedOf(file)).toContain("scenarios.battery.groups have 203 rows, and a scenario of a lesson 200");
});

test("all mistakes are listed in the order of their lines", () => {
  const file = changed('"kind": "row"', '"kind": "what"')
    .replace('"author"', '"writer"')
    .concat("\n<b>bold</b>\n\n::video{x=y}\n");
  const read = readLessonFile(file);
  const lines = read.ok ? [] : read.problems.map(({ line }) => line);
  expect(lines).toHaveLength(4);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});
