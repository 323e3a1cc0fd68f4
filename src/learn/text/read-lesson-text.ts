import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { directive } from "micromark-extension-directive";
import { type Block, DIRECTIVES, FACTS, type Inline, type PartText } from "./lesson-text";

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root["children"][number];
type Paragraph = Extract<RootContent, { type: "paragraph" }>;
type PhrasingContent = Paragraph["children"][number];
type Nodes = Root | RootContent | Extract<RootContent, { type: "list" }>["children"][number];
type DirectiveNode = Extract<Nodes, { type: "leafDirective" | "textDirective" }>;
type Parent = Extract<RootContent, { children: unknown }>;

/** A text of a lesson that says what no lesson can. */
export class LessonTextError extends Error {
  readonly code = "lesson_text";
  /** Counts from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.line = line;
  }
}

/** A text as far as it can be read, and where each thing stands in it. */
export interface ReadText {
  readonly parts: readonly PartText[];
  /** In the order of the text, one a block at most. */
  readonly errors: readonly LessonTextError[];
  /** The line of a part, a directive, a term or a fact, from 1. */
  readonly lineOf: (thing: PartText | Block | Inline) => number;
}

/**
 * Reads the Markdown of a lesson: a section `## Title` for each part.
 *
 * @throws LessonTextError at anything that is not of the fixed set: HTML, pictures, other directives or attributes, other
 *   headings.
 */
export function readLessonText(markdown: string): PartText[] {
  const { parts, errors } = readWholeText(markdown);
  if (errors[0] !== undefined) throw errors[0];
  return [...parts];
}

/** Reads it to its end, whatever is wrong in it: see {@link readLessonText}. */
export function readWholeText(markdown: string): ReadText {
  const reader = new TextReader();
  const { children } = fromMarkdown(markdown, {
    extensions: [directive()],
    mdastExtensions: [directiveFromMarkdown()],
  });
  for (const node of children) reader.read(node);
  return {
    parts: reader.parts,
    errors: reader.errors,
    lineOf: (thing) => reader.lines.get(thing) ?? 1,
  };
}

/** What is said of Markdown that a lesson does not have. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  html: "HTML is not read. Write it between backticks, `<b>`, to have it shown as text.",
  image: "pictures are not shown: say it in words, or with ::timeline.",
  imageReference: "pictures are not shown: say it in words, or with ::timeline.",
  heading: "headings within a text are not shown.",
  code: "a block of code is not shown. Write code between single backticks, and begin lines at their left edge.",
  definition: "a link is written where it stands: [words](https://…).",
  linkReference: "a link is written where it stands: [words](https://…).",
  containerDirective: "a directive stands alone on a line and begins with two colons.",
  thematicBreak: "a line of --- or *** is not shown.",
};

class TextReader {
  readonly parts: { title: string; blocks: Block[] }[] = [];
  readonly errors: LessonTextError[] = [];
  readonly lines = new Map<object, number>();

  read(node: RootContent): void {
    try {
      this.#read(node);
    } catch (error) {
      if (!(error instanceof LessonTextError)) throw error;
      this.errors.push(error);
    }
  }

  #read(node: RootContent): void {
    if (node.type === "heading") {
      if (node.depth !== 2) throw new LessonTextError(lineOf(node), "a part is headed with ##.");
      this.parts.push(this.#at(node, { title: plain(node), blocks: [] }));
    } else {
      const part = this.parts.at(-1);
      if (part === undefined) throw new LessonTextError(lineOf(node), "the first part must have a heading.");
      part.blocks.push(this.#at(node, this.#blockOf(node)));
    }
  }

  #at<Thing extends object>(node: Nodes, thing: Thing): Thing {
    this.lines.set(thing, lineOf(node));
    return thing;
  }

  #blockOf(node: RootContent): Block {
    if (node.type === "paragraph") return { kind: "paragraph", inlines: this.#inlinesOf(node) };
    if (node.type === "list")
      return {
        kind: "list",
        ordered: node.ordered ?? false,
        items: node.children.map((item) => item.children.flatMap((child) => this.#itemOf(child))),
      };
    if (node.type === "leafDirective") {
      const name = nameIn(DIRECTIVES, node.name);
      if (name === null)
        throw new LessonTextError(lineOf(node), `there is no ::${node.name}, but ${listed(DIRECTIVES)}.`);
      const attributes = attributesOf(node, DIRECTIVES[name]);
      return { kind: "directive", name, label: this.#inlinesOf(node), attributes };
    }
    throw notShown(node);
  }

  #itemOf(node: RootContent): Inline[] {
    if (node.type !== "paragraph")
      throw new LessonTextError(lineOf(node), "an item of a list has words alone, and no list within it.");
    return this.#inlinesOf(node);
  }

  #inlinesOf(node: Nodes): Inline[] {
    if (!("children" in node)) return [];
    const inlines: Inline[] = [];
    for (const child of node.children as PhrasingContent[]) {
      const inline = this.#inlineOf(child);
      const before = inlines.at(-1);
      // A time of day is read in two pieces.
      if (inline.kind === "text" && before?.kind === "text")
        inlines.splice(-1, 1, this.#at(child, { kind: "text", text: before.text + inline.text }));
      else inlines.push(this.#at(child, inline));
    }
    return inlines;
  }

  #inlineOf(node: PhrasingContent): Inline {
    switch (node.type) {
      case "text":
        return { kind: "text", text: node.value.replaceAll("\n", " ") };
      case "strong":
      case "emphasis":
        return { kind: node.type, inlines: this.#inlinesOf(node) };
      case "inlineCode":
        return { kind: "code", text: node.value };
      case "link":
        return { kind: "link", href: hrefOf(node, node.url), inlines: this.#inlinesOf(node) };
      case "textDirective": {
        if (isTimeOfDay(node)) return { kind: "text", text: `:${node.name}` };
        if (node.name === "term") {
          const { of = plain(node) } = attributesOf(node, ["of"]);
          return { kind: "term", term: of, inlines: this.#inlinesOf(node) };
        }
        const name = nameIn(FACTS, node.name);
        if (name === null)
          throw new LessonTextError(lineOf(node), `there is no :${node.name}, but term, ${listed(FACTS)}.`);
        return { kind: "fact", name, attributes: attributesOf(node, FACTS[name]) };
      }
      default:
        throw notShown(node);
    }
  }
}

/** The minutes of 12:00, which Markdown takes for a directive of that name. */
function isTimeOfDay({ name, attributes, children }: DirectiveNode): boolean {
  return /^\d/.test(name) && children.length === 0 && Object.keys(attributes ?? {}).length === 0;
}

function notShown(node: Nodes): LessonTextError {
  return new LessonTextError(lineOf(node), NOT_SHOWN[node.type] ?? `a lesson has no ${node.type}.`);
}

/** Where a link leads: into the app, or to a page whose host can be shown. Nothing else is followed from a lesson. */
function hrefOf(node: Nodes, url: string): string {
  if (url.startsWith("#/")) return url;
  const page = URL.canParse(url) ? new URL(url) : null;
  if (page === null || !["https:", "http:"].includes(page.protocol))
    throw new LessonTextError(lineOf(node), "a link leads into the app, #/…, or to a page, https://….");
  if (page.username !== "" || page.password !== "")
    throw new LessonTextError(lineOf(node), "a link must not carry a user's name or password.");
  return page.href;
}

/** What a directive was given, which must be among what it can be given. */
function attributesOf(node: DirectiveNode, known: readonly string[]): Record<string, string> {
  const given = Object.entries(node.attributes ?? {});
  const unknown = given.find(([key]) => !known.includes(key));
  if (unknown !== undefined)
    throw new LessonTextError(lineOf(node), `${node.name} has no ${unknown[0]}, but ${known.join(", ")}.`);
  return Object.fromEntries(given.map(([key, value]) => [key, value ?? ""]));
}

function nameIn<Name extends string>(table: Readonly<Record<Name, unknown>>, name: string): Name | null {
  return Object.hasOwn(table, name) ? (name as Name) : null;
}

function listed(table: object): string {
  return Object.keys(table).join(", ");
}

function plain(node: Parent): string {
  return node.children
    .map((child) => ("value" in child ? child.value : "children" in child ? plain(child) : ""))
    .join("");
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
