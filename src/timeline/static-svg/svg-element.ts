/** An attribute that is `undefined` is not written. Numbers are written to a hundredth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of an SVG as text. @param children - Markup: texts must be {@link escaped}. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${escaped(typeof value === "number" ? fixed(value) : value)}"`,
  );
  const content = children.join("");
  return content === ""
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${content}</${name}>`;
}

/** A number as it is written in attributes and paths. */
export function fixed(px: number): string {
  return String(Number(px.toFixed(2)));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it may stand in XML. Letters that XML does not have, lone halves of others too, become a replacement sign. */
export function escaped(text: string): string {
  return Array.from(text, (letter) => ENTITIES[letter] ?? (isAllowed(letter) ? letter : "\ufffd")).join("");
}

function isAllowed(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
