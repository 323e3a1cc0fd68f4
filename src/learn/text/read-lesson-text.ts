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

/**
 * Reads the Markdown of a lesson: a section `## Title` for each part.
 *
 * @throws LessonTextError at anything that is not of the fixed set: HTML, pictures, other directives or attributes, other
 *   headings.
 */
export function readLessonText(markdown: string): PartText[] {
  const { children } = fromMarkdown(markdown, {
    extensions: [directive()],
    mdastExtensions: [directiveFromMarkdown()],
  });
  const parts: { title: string; blocks: Block[] }[] = [];
  for (const node of children) {
    if (node.type === "heading") {
      if (node.depth !== 2) throw new LessonTextError(lineOf(node), "a part is headed with ##.");
      parts.push({ title: plain(node), blocks: [] });
    } else {
      const part = parts.at(-1);
      if (part === undefined) throw new LessonTextError(lineOf(node), "the first part must have a heading.");
      part.blocks.push(blockOf(node));
    }
  }
  return parts;
}

function blockOf(node: RootContent): Block {
  if (node.type === "paragraph") return { kind: "paragraph", inlines: inlinesOf(node) };
  if (node.type === "list")
    return {
      kind: "list",
      ordered: node.ordered ?? false,
      items: node.children.map((item) => item.children.flatMap(inlinesOf)),
    };
  if (node.type === "leafDirective") {
    const name = nameIn(DIRECTIVES, node.name);
    if (name === null)
      throw new LessonTextError(lineOf(node), `there is no ::${node.name}, but ${listed(DIRECTIVES)}.`);
    const attributes = attributesOf(node, DIRECTIVES[name]);
    return { kind: "directive", name, label: inlinesOf(node), attributes };
  }
  throw new LessonTextError(lineOf(node), `a lesson has no ${node.type}.`);
}

function inlinesOf(node: Nodes): Inline[] {
  return "children" in node ? (node.children as PhrasingContent[]).map(inlineOf) : [];
}

function inlineOf(node: PhrasingContent): Inline {
  switch (node.type) {
    case "text":
      return { kind: "text", text: node.value.replaceAll("\n", " ") };
    case "strong":
    case "emphasis":
      return { kind: node.type, inlines: inlinesOf(node) };
    case "inlineCode":
      return { kind: "code", text: node.value };
    case "link":
      if (!node.url.startsWith("#/")) throw new LessonTextError(lineOf(node), "links lead into the app: #/…");
      return { kind: "link", href: node.url, inlines: inlinesOf(node) };
    case "textDirective": {
      if (node.name === "term") {
        const { of = plain(node) } = attributesOf(node, ["of"]);
        return { kind: "term", term: of, inlines: inlinesOf(node) };
      }
      const name = nameIn(FACTS, node.name);
      if (name === null)
        throw new LessonTextError(lineOf(node), `there is no :${node.name}, but term, ${listed(FACTS)}.`);
      return { kind: "fact", name, attributes: attributesOf(node, FACTS[name]) };
    }
    default:
      throw new LessonTextError(lineOf(node), `a lesson has no ${node.type}.`);
  }
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
