export type ColourTheme = "light" | "dark";

/** The colours of `tokens.css` that pictures are drawn in, for where there is no style sheet. A test holds them equal. */
export const TOKEN_COLOURS = {
  light: {
    "--paper": "#fcfcfa",
    "--ink": "#1a1d21",
    "--ink-muted": "#4f565e",
    "--hairline": "#e3e4e0",
    "--edge-strong": "#868c94",
    "--axis": "#cfd1cc",
    "--tint-ttl": "#eaf3f8",
    "--tint-future": "#f6f6f3",
    "--hatch-future": "#e3e4e0",
    "--verdict-candidate": "#0072b2",
    "--verdict-chosen": "#00795a",
    "--verdict-superseded": "#6b727b",
    "--verdict-expired": "#6b727b",
    "--verdict-not-yet-known": "#8a4f7d",
    "--verdict-future": "rgb(26 29 33 / 0.667)",
    "--leak": "#b84300",
    "--on-ink": "#fcfcfa",
  },
  dark: {
    "--paper": "#14171a",
    "--ink": "#eceeef",
    "--ink-muted": "#a7aeb6",
    "--hairline": "#272c31",
    "--edge-strong": "#737b83",
    "--axis": "#3a4147",
    "--tint-ttl": "#182833",
    "--tint-future": "#191c1f",
    "--hatch-future": "#272c31",
    "--verdict-candidate": "#56b4e9",
    "--verdict-chosen": "#2fbf93",
    "--verdict-superseded": "#9aa2aa",
    "--verdict-expired": "#9aa2aa",
    "--verdict-not-yet-known": "#e09ad0",
    "--verdict-future": "rgb(236 238 239 / 0.667)",
    "--leak": "#ff8a4c",
    "--on-ink": "#14171a",
  },
} as const satisfies Record<ColourTheme, Record<string, string>>;

export type ColourToken = keyof (typeof TOKEN_COLOURS)["light"];

/** Declarations that fill or stroke with a token's colour, in a form that every drawing program reads: six digits and an opacity. */
export function paint(property: "fill" | "stroke", token: ColourToken, theme: ColourTheme): string {
  const colour = TOKEN_COLOURS[theme][token];
  const [red, green, blue, opacity] = channels(colour);
  const digits = [red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("");
  return `${property}:#${digits}${opacity === 1 ? "" : `;${property}-opacity:${opacity}`}`;
}

/** A share of one colour mixed into another; both must be opaque. */
export function mixed(share: number, token: ColourToken, into: ColourToken, theme: ColourTheme): string {
  const [a, b] = [channels(TOKEN_COLOURS[theme][token]), channels(TOKEN_COLOURS[theme][into])];
  const parts = [0, 1, 2].map((i) => Math.round((a[i] ?? 0) * share + (b[i] ?? 0) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Of `#rrggbb` or `rgb(r g b / a)`: three from 0 to 255, and an opacity from 0 to 1. */
function channels(colour: string): [red: number, green: number, blue: number, opacity: number] {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  const parts =
    hex === null
      ? (colour.match(/[\d.]+/g) ?? []).map(Number)
      : hex.slice(1).map((pair) => Number.parseInt(pair, 16));
  const [red = 0, green = 0, blue = 0, opacity = 1] = parts;
  return [red, green, blue, opacity];
}
