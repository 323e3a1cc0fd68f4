import { plainColour } from "./plain-colour";

/** What is written onto an element where it differs from what SVG takes for granted. */
const DEFAULTS: readonly (readonly [property: string, value: string])[] = [
  ["stroke-width", "1px"],
  ["stroke-dasharray", "none"],
  ["stroke-linecap", "butt"],
  ["stroke-linejoin", "miter"],
  ["paint-order", "normal"],
];
const TEXT_DEFAULTS: readonly (readonly [property: string, value: string])[] = [
  ["font-style", "normal"],
  ["text-anchor", "start"],
  ["dominant-baseline", "auto"],
];

const SHAPES = new Set(["path", "circle", "rect", "line", "ellipse", "polygon", "polyline"]);
/** Attributes that mean something in the app, and nothing in a file. */
const APP_ATTRIBUTES = /^(class|style|role|tabindex|aria-.*|data-.*|focusable|pointer-events)$/;

/** A face that a text of the picture is set in. */
export interface UsedFace {
  /** The first family of its stack. */
  family: string;
  weight: number;
}

export interface InlinedSvg {
  svg: SVGSVGElement;
  faces: readonly UsedFace[];
}

/**
 * A copy of a drawing that needs no style sheet: what the browser has computed stands on each element. What cannot be
 * seen, and what only the app understands, is left out.
 *
 * @param ids - Stands in front of the copy's ids, so that several copies in one file do not meet.
 */
export function inlineStyles(original: SVGSVGElement, ids: string): InlinedSvg {
  const svg = original.cloneNode(true) as SVGSVGElement;
  const faces: UsedFace[] = [];
  inline(original, svg, ids, faces);
  return { svg, faces };
}

function inline(from: Element, to: Element, ids: string, faces: UsedFace[]): void {
  const style = getComputedStyle(from);
  const children = [...from.children];
  const copies = [...to.children];
  for (const [i, child] of children.entries()) {
    const copy = copies[i];
    if (copy === undefined) continue;
    if (isSeen(child)) inline(child, copy, ids, faces);
    else copy.remove();
  }
  for (const { name } of [...to.attributes]) if (APP_ATTRIBUTES.test(name)) to.removeAttribute(name);
  if (to.id !== "") to.id = `${ids}-${plainId(to.id)}`;
  if (SHAPES.has(to.localName)) paint(style, to, ids);
  else if (to.localName === "text" || to.localName === "tspan") {
    paint(style, to, ids);
    letter(style, to, faces);
  }
  if (style.opacity !== "1" && style.opacity !== "") to.setAttribute("opacity", style.opacity);
}

/** Definitions are never seen and always needed, as are titles. */
function isSeen(element: Element): boolean {
  if (element.closest("defs") !== null || element.localName === "title") return true;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return false;
  if (!SHAPES.has(element.localName)) return true;
  return isPaint(style.fill) || isPaint(style.stroke);
}

function isPaint(value: string): boolean {
  return value !== "none" && value !== "" && plainColour(value).opacity > 0;
}

function paint(style: CSSStyleDeclaration, to: Element, ids: string): void {
  for (const property of ["fill", "stroke"] as const) {
    const value = style[property];
    // A pattern is named by its id, which the copy has changed.
    const reference = /^url\("?#([^")]+)"?\)/.exec(value)?.[1];
    const { colour, opacity } = plainColour(value);
    to.setAttribute(property, reference === undefined ? colour : `url(#${ids}-${plainId(reference)})`);
    if (opacity < 1) to.setAttribute(`${property}-opacity`, String(opacity));
  }
  write(style, to, DEFAULTS);
  if (style.textDecorationLine.includes("line-through")) to.setAttribute("text-decoration", "line-through");
}

function letter(style: CSSStyleDeclaration, to: Element, faces: UsedFace[]): void {
  to.setAttribute("font-family", style.fontFamily.replaceAll('"', "'"));
  to.setAttribute("font-size", style.fontSize);
  to.setAttribute("font-weight", style.fontWeight);
  write(style, to, TEXT_DEFAULTS);
  faces.push(usedFace(style));
}

/** The face that an element's text is set in. */
export function usedFace({ fontFamily, fontWeight }: CSSStyleDeclaration): UsedFace {
  const first = fontFamily.split(",")[0] ?? "";
  return { family: first.trim().replace(/^["']|["']$/g, ""), weight: Number(fontWeight) };
}

function write(
  style: CSSStyleDeclaration,
  to: Element,
  properties: readonly (readonly [property: string, value: string])[],
): void {
  for (const [property, usual] of properties) {
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== usual) to.setAttribute(property, value);
  }
}

/** React's ids hold signs that references in a file cannot. */
function plainId(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, "");
}
