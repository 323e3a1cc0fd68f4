import type { MarkLook } from "./step/judgement";

/** One shape of a verdict's mark. `part` says that it is drawn otherwise than the verdict's colour says. */
export type VerdictShapePart = (
  | { readonly kind: "circle"; readonly r: number }
  | { readonly kind: "path"; readonly d: string }
) & { readonly part?: "ring" | "hollow" | "hatch" };

/**
 * The shapes of a verdict around (0, 0), from back to front: the same in marks, sentences and lists, on the page and in
 * what is saved, so that they are learnt once.
 *
 * @param r - The radius of the disc, pixels. @param ring - Of the ring around a chosen one.
 */
export function verdictShape(look: MarkLook, r: number, ring: number): readonly VerdictShapePart[] {
  switch (look) {
    case "not_judged":
      return [{ kind: "circle", r }];
    case "chosen":
      return [
        { kind: "circle", r: ring, part: "ring" },
        { kind: "circle", r },
      ];
    case "superseded":
    case "expired":
      return [{ kind: "circle", r: r - 1 }];
    case "not_yet_known":
      return [
        { kind: "circle", r: r - 0.75, part: "hollow" },
        { kind: "path", d: `M 0 ${-r} A ${r} ${r} 0 0 0 0 ${r} Z` },
      ];
    case "future":
      return [
        { kind: "path", d: diamond(r * 1.2), part: "hollow" },
        { kind: "path", d: hatching(r * 1.2), part: "hatch" },
      ];
    case "wrong_side":
      return [
        { kind: "path", d: square(r * 0.85), part: "hollow" },
        { kind: "path", d: `M ${-r * 0.85} ${r * 0.85} L ${r * 0.85} ${-r * 0.85}` },
      ];
    case "leak":
      return [{ kind: "path", d: diamond(r * 1.45) }];
  }
}

function diamond(r: number): string {
  return `M 0 ${-r} L ${r} 0 L 0 ${r} L ${-r} 0 Z`;
}

function square(r: number): string {
  return `M ${-r} ${-r} H ${r} V ${r} H ${-r} Z`;
}

/** Three strokes along one side of the diamond. */
function hatching(r: number): string {
  return [-0.5, 0, 0.5]
    .map((at) => `M ${r * (at - 0.5)} ${r * (at + 0.5)} L ${r * (at + 0.5)} ${r * (at - 0.5)}`)
    .join(" ");
}
