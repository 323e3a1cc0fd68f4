import { type InlinedSvg, inlineStyles, type UsedFace, usedFace } from "./inline-styles";
import { plainColour } from "./plain-colour";

const SVG = "http://www.w3.org/2000/svg";

/** What a laid-out sentence looks like, as elements of an SVG. */
export interface Caption {
  nodes: readonly SVGElement[];
  faces: readonly UsedFace[];
}

/**
 * A sentence as the browser has laid it out, line by line, as SVG text, with its glyphs where they stand. SVG itself
 * cannot break lines, and HTML within SVG is read by browsers only.
 *
 * @param origin - What is at (0, 0), in the coordinates of the page.
 */
export function captionOf(sentence: Element, origin: { left: number; top: number }): Caption {
  const nodes: SVGElement[] = [];
  const faces: UsedFace[] = [];
  for (const [i, glyph] of [...sentence.querySelectorAll("svg")].entries()) {
    const copy: InlinedSvg = inlineStyles(glyph, `caption-${i}`);
    const box = glyph.getBoundingClientRect();
    copy.svg.setAttribute("x", fixed(box.left - origin.left));
    copy.svg.setAttribute("y", fixed(box.top - origin.top));
    copy.svg.setAttribute("width", fixed(box.width));
    copy.svg.setAttribute("height", fixed(box.height));
    copy.svg.setAttribute("overflow", "visible");
    nodes.push(copy.svg);
  }
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest("svg") !== null) continue;
    const style = getComputedStyle(parent);
    for (const run of runsOf(node as Text)) nodes.push(textElement(run, style, origin));
    faces.push(usedFace(style));
  }
  return { nodes, faces };
}

/** What of one text node stands on one line. */
interface Run {
  text: string;
  left: number;
  top: number;
}

function runsOf(node: Text): Run[] {
  const runs: Run[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getClientRects()[0];
    if (box === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && Math.abs(last.top - box.top) < box.height / 2) last.text += ` ${word}`;
    else runs.push({ text: word, left: box.left, top: box.top });
  }
  return runs;
}

function textElement(
  run: Run,
  style: CSSStyleDeclaration,
  origin: { left: number; top: number },
): SVGElement {
  const element = document.createElementNS(SVG, "text");
  element.setAttribute("x", fixed(run.left - origin.left));
  element.setAttribute("y", fixed(run.top - origin.top + ascentPx(style)));
  element.setAttribute("fill", plainColour(style.color).colour);
  element.setAttribute("font-family", style.fontFamily.replaceAll('"', "'"));
  element.setAttribute("font-size", style.fontSize);
  element.setAttribute("font-weight", style.fontWeight);
  element.textContent = run.text;
  return element;
}

const canvas = { context: null as CanvasRenderingContext2D | null };

/** From the top of a line's letters to the line they stand on. */
function ascentPx({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  canvas.context ??= document.createElement("canvas").getContext("2d");
  if (canvas.context === null) return 0.8 * Number.parseFloat(fontSize);
  canvas.context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return canvas.context.measureText("x").fontBoundingBoxAscent;
}

function fixed(px: number): string {
  return String(Number(px.toFixed(2)));
}
