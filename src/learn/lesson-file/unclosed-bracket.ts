import { createScanner } from "jsonc-parser";

/** A bracket that is opened and not closed. */
export interface OpenBracket {
  readonly open: "{" | "[";
  readonly offset: number;
  /** The field whose value it begins. */
  readonly name: string | null;
}

interface Opened extends OpenBracket {
  /** Where its line begins, and how far that line is moved in. */
  readonly line: number;
  readonly indent: number;
}

/**
 * The bracket of JSON that is not closed, where more are opened than closed; `null` where none is missing. A person sees it
 * by how far lines are moved in, and so it is guessed here: a line that begins with a bracket closes one that was opened on a
 * line moved in as far. Where nothing is moved in, it is the innermost one that is open where the parser stumbles.
 *
 * @param stumbledAt - The offset of the parser's first mistake.
 */
export function unclosedIn(json: string, stumbledAt: number): OpenBracket | null {
  const tokens = tokensOf(json);
  const missing = (["{", "["] as const).find(
    (open) => count(tokens, open) > count(tokens, open === "{" ? "}" : "]"),
  );
  if (missing === undefined) return null;
  const opened: Opened[] = [];
  let innermost: Opened | undefined;
  for (const [i, { text, offset }] of tokens.entries()) {
    if (offset <= stumbledAt) innermost = opened.findLast(({ open }) => open === missing);
    const line = json.lastIndexOf("\n", offset) + 1;
    const indent = json.slice(line).search(/\S/);
    if (text === "{" || text === "[")
      opened.push({ open: text, offset, name: nameBefore(tokens, i), line, indent });
    if (text !== "}" && text !== "]") continue;
    const last = opened.at(-1);
    const isOther = last !== undefined && last.open !== (text === "}" ? "{" : "[");
    const isFurtherOut =
      last !== undefined && line + indent === offset && last.line < line && last.indent > indent;
    if (last?.open === missing && (isOther || isFurtherOut)) return last;
    if (!isOther) opened.pop();
  }
  const isAtEnd = stumbledAt > (tokens.at(-1)?.offset ?? 0);
  return (isAtEnd ? undefined : innermost) ?? opened.findLast(({ open }) => open === missing) ?? null;
}

interface Token {
  readonly text: string;
  readonly offset: number;
}

function tokensOf(json: string): Token[] {
  const scanner = createScanner(json, true);
  const tokens: Token[] = [];
  // The end is a token without a letter.
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    tokens.push({ text: json.slice(offset, offset + scanner.getTokenLength()), offset });
  }
  return tokens;
}

function count(tokens: readonly Token[], text: string): number {
  return tokens.filter((token) => token.text === text).length;
}

/** The name of the field whose value a token begins. */
function nameBefore(tokens: readonly Token[], i: number): string | null {
  const name = tokens[i - 1]?.text === ":" ? tokens[i - 2]?.text : undefined;
  return name !== undefined && /^".*"$/.test(name) ? name.slice(1, -1) : null;
}
