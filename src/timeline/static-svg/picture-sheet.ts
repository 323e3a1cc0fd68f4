import { VERDICTS } from "../../microfs/core";
import type { MarkState } from "../../terms/verdicts";
import { type ColourTheme, type ColourToken, mixed, paint } from "../../ui/token-colours";
import { fillStyleOf } from "../density/density-picture";

/** The faces that a picture is set in: the first of each stack is what the caller may embed. */
const INTERFACE = "'IBM Plex Sans',system-ui,sans-serif";
const SAID = "'Source Serif 4 Variable','Source Serif 4',Georgia,serif";

/** What is embedded where a picture must look the same wherever it is opened. */
export const PICTURE_FACES: readonly { readonly family: string; readonly weight: number }[] = [
  { family: "IBM Plex Sans", weight: 400 },
  { family: "IBM Plex Sans", weight: 500 },
  { family: "IBM Plex Sans", weight: 600 },
  { family: "Source Serif 4 Variable", weight: 400 },
  { family: "Source Serif 4 Variable", weight: 650 },
];

const STATES: readonly MarkState[] = [...VERDICTS, "undecided", "leak"];

/**
 * The style sheet of one picture: what `parts/picture.module.css` says of the page, less what moves or is touched, with the
 * colours written out, because most drawing programs know no custom properties.
 *
 * @param id - Of the element that holds the picture: the sheet concerns nothing beside it.
 */
export function pictureSheet(id: string, theme: ColourTheme): string {
  const fill = (token: ColourToken) => paint("fill", token, theme);
  const stroke = (token: ColourToken) => paint("stroke", token, theme);
  const colourOf = (state: MarkState) => fillStyleOf("ticks", state).token;
  const rules: readonly (readonly [selectors: string, declarations: string])[] = [
    ["text", `font-family:${INTERFACE};font-variant-numeric:tabular-nums`],
    [".paper,.fold", fill("--paper")],
    [".future-background", fill("--tint-future")],
    [".future-line", `${stroke("--hatch-future")};stroke-width:1.5`],
    [".delay-dot", `${fill("--verdict-not-yet-known")};opacity:.55`],
    [".muted", fill("--ink-muted")],
    [".grid", stroke("--hairline")],
    [".lane-line", `${stroke("--axis")};stroke-width:1.5`],
    [".name", `${fill("--ink")};font-weight:600`],
    [".done .name", "font-weight:500"],
    [".next .name", `${fill("--ink-muted")};font-weight:400`],
    [".note", "font-style:italic"],
    [".note,.rim", `paint-order:stroke;${stroke("--paper")}`],
    [".note", "stroke-width:4px"],
    [".rim", "stroke-width:3px"],
    [".fold", "opacity:.86"],
    [".fold-edge", `fill:none;${stroke("--edge-strong")}`],
    [".fold-label", "text-anchor:middle;font-weight:500"],
    [".band", fill("--tint-ttl")],
    [".band.active", `fill:${mixed(0.16, "--verdict-candidate", "--tint-ttl", theme)}`],
    [".ttl-edge", `${stroke("--verdict-candidate")};stroke-width:1.75`],
    [".spine-row", fill("--verdict-superseded")],
    [".ink", fill("--ink")],
    [".as-of", `${stroke("--ink")};stroke-width:2`],
    [".as-of-text", `${fill("--on-ink")};font-weight:600;text-anchor:middle`],
    [".bracket", `fill:none;${stroke("--verdict-future")};stroke-width:1.25`],
    [".struck", "text-decoration:line-through"],
    [".strong", "font-weight:600"],
    [".ttl", fill("--verdict-candidate")],
    [".delay", fill("--verdict-not-yet-known")],
    [".others", `fill:none;${stroke("--edge-strong")};stroke-linecap:round;stroke-width:3;opacity:.5`],
    [".origin", `fill:none;${stroke("--edge-strong")};stroke-dasharray:2 3`],
    [".origin circle", fill("--paper")],
    [".rival", `fill:none;${stroke("--verdict-superseded")};stroke-width:1.25`],
    [".arc", `fill:none;${stroke("--verdict-chosen")};stroke-width:2.25`],
    [".leak-arc", `fill:none;${stroke("--leak")};stroke-width:2.25;stroke-dasharray:4 4`],
    [".arc-end", fill("--verdict-chosen")],
    [".leak-arc-end", fill("--leak")],
    // Tails and the marks behind others are drawn in grey unless their state has something to say.
    [".tail", `fill:none;${stroke("--verdict-superseded")};stroke-width:1.75`],
    [".pile", `${fill("--paper")};${stroke("--verdict-superseded")};stroke-width:1.5`],
    ...(["undecided", "not_yet_known"] as const).map(
      (state) => [`.pile.${state}`, stroke(colourOf(state))] as const,
    ),
    ...(["undecided", "not_yet_known", "chosen", "leak", "future"] as const).map(
      (state) => [`.tail.${state}`, stroke(colourOf(state))] as const,
    ),
    [".tail.future", "stroke-dasharray:2 3"],
    // Verdicts, as in `verdict-glyph.module.css`.
    [".verdict", "stroke-width:1.75"],
    ...STATES.map((state) => [`.verdict.${state}`, fill(colourOf(state))] as const),
    [".verdict.superseded,.verdict.expired,.verdict .ring,.verdict .hollow", fill("--paper")],
    [".verdict.superseded", `${stroke("--verdict-superseded")};stroke-width:2`],
    [".verdict.expired", `${stroke("--verdict-expired")};stroke-dasharray:2.6 2.1`],
    [".verdict.chosen .ring", stroke("--verdict-chosen")],
    [".verdict.not_yet_known .hollow", stroke("--verdict-not-yet-known")],
    [".verdict.future,.verdict.wrong_side", `fill:none;${stroke("--verdict-future")}`],
    [".verdict .hatch", "stroke-width:1"],
    [".cap", `${fill("--paper")};${stroke("--ink")};stroke-width:2.25`],
    [".cap.closed", fill("--ink")],
    // What a reader said.
    [".guess-frame", `fill:none;${stroke("--ink")};stroke-width:2`],
    [".guess-bracket", "fill:none;stroke-width:1.75"],
    [".guess-bracket.ink", stroke("--ink")],
    [".guess-bracket.chosen", stroke("--verdict-chosen")],
    [".guess-bracket.leak", stroke("--leak")],
    // What is written in a lane.
    [".written.ink", fill("--ink")],
    [".written.chosen", fill("--verdict-chosen")],
    [".written.leak", fill("--leak")],
    [".written.not_yet_known", fill("--verdict-not-yet-known")],
    // The sentence.
    [".said text", `${fill("--ink")};font-family:${SAID};font-variant-numeric:normal`],
    [".said .strong", "font-weight:650"],
    [".said .chosen", fill("--verdict-chosen")],
    [".said .leak", fill("--leak")],
  ];
  return rules.map(([selectors, declarations]) => `${within(id, selectors)}{${declarations}}`).join("");
}

function within(id: string, selectors: string): string {
  return selectors
    .split(",")
    .map((selector) => `#${id} ${selector}`)
    .join(",");
}
