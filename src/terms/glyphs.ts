/** One shape of a verdict's mark. `part` says that it is drawn otherwise than the verdict's colour says. */
export type GlyphPart = (
  | { readonly kind: "circle"; readonly r: number }
  | { readonly kind: "path"; readonly d: string }
) & { readonly part?: "ring" | "hollow" | "hatch" };

/**
 * The shapes of a verdict around (0, 0), from back to front: the same in marks, sentences and lists, on the page and in
 * what is saved, so that they are learnt once.
 *
 * @param r - The radius of the disc, pixels. @param ring - Of the ring around a chosen one.
 */
export type Glyph = (r: number, ring: number) => readonly GlyphPart[];

export const disc: Glyph = (r) => [{ kind: "circle", r }];

export const smallDisc: Glyph = (r) => [{ kind: "circle", r: r - 1 }];

export const discInRing: Glyph = (r, ring) => [
  { kind: "circle", r: ring, part: "ring" },
  { kind: "circle", r },
];

export const halfDisc: Glyph = (r) => [
  { kind: "circle", r: r - 0.75, part: "hollow" },
  { kind: "path", d: `M 0 ${-r} A ${r} ${r} 0 0 0 0 ${r} Z` },
];

export const hatchedDiamond: Glyph = (r) => [
  { kind: "path", d: diamondPath(r * 1.2), part: "hollow" },
  { kind: "path", d: hatchPath(r * 1.2), part: "hatch" },
];

export const struckSquare: Glyph = (r) => [
  { kind: "path", d: squarePath(r * 0.85), part: "hollow" },
  { kind: "path", d: `M ${-r * 0.85} ${r * 0.85} L ${r * 0.85} ${-r * 0.85}` },
];

export const fullDiamond: Glyph = (r) => [{ kind: "path", d: diamondPath(r * 1.45) }];

function diamondPath(r: number): string {
  return `M 0 ${-r} L ${r} 0 L 0 ${r} L ${-r} 0 Z`;
}

function squarePath(r: number): string {
  return `M ${-r} ${-r} H ${r} V ${r} H ${-r} Z`;
}

/** Three strokes along one side of the diamond. */
function hatchPath(r: number): string {
  return [-0.5, 0, 0.5]
    .map((at) => `M ${r * (at - 0.5)} ${r * (at + 0.5)} L ${r * (at + 0.5)} ${r * (at - 0.5)}`)
    .join(" ");
}
