import { expect, test } from "vitest";
import { LessonTextError, readLessonText, readWholeText } from "./read-lesson-text";

test("a text is read into parts of blocks", () => {
  const text = `## First

Say *this* and **that** of the :term[as-of line]{of="as of"}, with \`code\`
and :time{scenario=a row=2}, [in the Lab](#/lab).

- one
- two

::timeline{scenario=a steps drag="rows ttl"}

## Second

::check[Which **one**?]{question=q}
`;
  expect(readLessonText(text)).toEqual([
    {
      title: "First",
      blocks: [
        {
          kind: "paragraph",
          inlines: [
            { kind: "text", text: "Say " },
            { kind: "emphasis", inlines: [{ kind: "text", text: "this" }] },
            { kind: "text", text: " and " },
            { kind: "strong", inlines: [{ kind: "text", text: "that" }] },
            { kind: "text", text: " of the " },
            { kind: "term", term: "as of", inlines: [{ kind: "text", text: "as-of line" }] },
            { kind: "text", text: ", with " },
            { kind: "code", text: "code" },
            { kind: "text", text: " and " },
            { kind: "fact", name: "time", attributes: { scenario: "a", row: "2" } },
            { kind: "text", text: ", " },
            { kind: "link", href: "#/lab", inlines: [{ kind: "text", text: "in the Lab" }] },
            { kind: "text", text: "." },
          ],
        },
        {
          kind: "list",
          ordered: false,
          items: [[{ kind: "text", text: "one" }], [{ kind: "text", text: "two" }]],
        },
        {
          kind: "directive",
          name: "timeline",
          label: [],
          attributes: { scenario: "a", steps: "", drag: "rows ttl" },
        },
      ],
    },
    {
      title: "Second",
      blocks: [
        {
          kind: "directive",
          name: "check",
          label: [
            { kind: "text", text: "Which " },
            { kind: "strong", inlines: [{ kind: "text", text: "one" }] },
            { kind: "text", text: "?" },
          ],
          attributes: { question: "q" },
        },
      ],
    },
  ]);
});

test.each([
  ["Text", 1, "the first part must have a heading"],
  ["# Title", 1, "a part is headed with ##"],
  ["## A\n\n<script>alert(1)</script>", 3, "HTML is not read"],
  ["## A\n\nText <b>bold</b>", 3, "HTML is not read"],
  ["## A\n\n![a picture](x.png)", 3, "pictures are not shown"],
  ["## A\n\n[away](javascript:alert)", 3, "a link leads into the app"],
  ["## A\n\n[away](data:text/html,x)", 3, "a link leads into the app"],
  ["## A\n\n[away](//example.org)", 3, "a link leads into the app"],
  ["## A\n\n[away](https://me:secret@example.org)", 3, "a user's name or password"],
  ["## A\n\n[away][there]\n\n[there]: https://example.org", 3, "written where it stands"],
  ["## A\n\n- one\n  - two", 4, "no list within it"],
  ["## A\n\nText\n\n::video{src=x}", 5, "there is no ::video, but timeline, predict"],
  ["## A\n\n::timeline{scenario=a colour=red}", 3, "timeline has no colour, but scenario"],
  ["## A\n\nAt :poem{scenario=a}", 3, "there is no :poem, but term, moment"],
  ["## A\n\nAt :time{scenario=a rows=2}", 3, "time has no rows, but scenario"],
  ["## A\n\n> quoted", 3, "a lesson has no blockquote"],
  ["## A\n\n:::timeline\n:::", 3, "begins with two colons"],
])("%j is refused at line %i", (text, line, message) => {
  expect(() => readLessonText(text)).toThrow(
    expect.objectContaining({
      name: "Error",
      code: "lesson_text",
      line,
      message: expect.stringContaining(message),
    }),
  );
  expect(() => readLessonText(text)).toThrow(LessonTextError);
});

test("a link to a page carries its whole address", () => {
  const [part] = readLessonText("## A\n\n[Feast](HTTPS://Docs.Feast.dev)");
  expect(part?.blocks).toEqual([
    {
      kind: "paragraph",
      inlines: [
        { kind: "link", href: "https://docs.feast.dev/", inlines: [{ kind: "text", text: "Feast" }] },
      ],
    },
  ]);
});

test("all that is wrong in a text is found, with the lines of what is right", () => {
  const { errors, parts, lineOf } = readWholeText(
    "## A\n\n<b>\n\n::timeline{scenario=a}\n\nAt :time{row=1} and\n:poem{}\n\n### B",
  );
  expect(errors.map(({ line }) => line)).toEqual([3, 8, 10]);
  const [directive] = parts[0]?.blocks ?? [];
  expect(directive?.kind === "directive" && lineOf(directive)).toBe(5);
});
