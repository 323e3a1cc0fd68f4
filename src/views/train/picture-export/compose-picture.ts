import { captionOf } from "./caption";
import { embeddedFaces } from "./embed-fonts";
import { inlineStyles } from "./inline-styles";

const SVG = "http://www.w3.org/2000/svg";

/** A finished drawing: one SVG that needs nothing else. */
export interface SavedPicture {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * Makes one SVG of what stands in a frame: its drawing, and under it the sentence as a caption. The frame must be laid
 * out, its fonts loaded, and nothing in it may be moving.
 *
 * @param title - What the drawing shows, for whoever cannot see it.
 * @param ratio - Width to height of the whole: room is added around it. Without it there is none.
 */
export async function composePicture(
  frame: HTMLElement,
  title: string,
  ratio?: number,
): Promise<SavedPicture> {
  const box = frame.getBoundingClientRect();
  const drawing = frame.querySelector<SVGSVGElement>("svg[aria-label]");
  const sentence = frame.querySelector("[data-caption]");
  if (drawing === null || sentence === null) throw new Error("the frame must hold a drawing and a caption");
  const width = Math.ceil(Math.max(box.width, box.height * (ratio ?? 0)));
  const height = Math.ceil(ratio === undefined ? box.height : Math.max(box.height, width / ratio));
  const [left, top] = [(width - box.width) / 2, (height - box.height) / 2];

  const picture = inlineStyles(drawing, "picture");
  const at = drawing.getBoundingClientRect();
  picture.svg.setAttribute("x", String(at.left - box.left));
  picture.svg.setAttribute("y", String(at.top - box.top));
  picture.svg.setAttribute("overflow", "visible");
  const caption = captionOf(sentence, box);
  const content = document.createElementNS(SVG, "g");
  content.setAttribute("transform", `translate(${left} ${top})`);

  const root = document.createElementNS(SVG, "svg");
  root.setAttribute("xmlns", SVG);
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  root.setAttribute("role", "img");
  const name = document.createElementNS(SVG, "title");
  name.textContent = title;
  const faces = document.createElementNS(SVG, "style");
  faces.textContent = await embeddedFaces([...picture.faces, ...caption.faces], document.styleSheets);
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", String(width));
  paper.setAttribute("height", String(height));
  paper.setAttribute("fill", getComputedStyle(frame).backgroundColor);
  const texts = document.createElementNS(SVG, "g");
  texts.append(...caption.nodes);
  content.append(picture.svg, texts);
  root.append(name, faces, paper, content);
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}
