/** A colour as every drawing program reads it: six digits and an opacity, or what is no colour as it is. */
export interface PlainColour {
  colour: string;
  /** From 0 to 1. */
  opacity: number;
}

/**
 * A computed colour in its plainest form. Browsers write `rgb()`, `rgba()` and, of mixed colours, `color(srgb …)`, which
 * office programs do not read. `none` and references to patterns are left as they are.
 */
export function plainColour(computed: string): PlainColour {
  const rgb = /^rgba?\(([^)]+)\)$/.exec(computed);
  if (rgb !== null) return fromParts(rgb[1] ?? "", 255);
  const mixed = /^color\(srgb ([^)]+)\)$/.exec(computed);
  if (mixed !== null) return fromParts(mixed[1] ?? "", 1);
  return { colour: computed, opacity: 1 };
}

/** `most` is what a channel at its brightest is written as. */
function fromParts(text: string, most: number): PlainColour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = text
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  const digits = (part: number) =>
    Math.round(Math.min(1, Math.max(0, part / most)) * 255)
      .toString(16)
      .padStart(2, "0");
  return { colour: `#${digits(red)}${digits(green)}${digits(blue)}`, opacity: Number(alpha.toFixed(3)) };
}
