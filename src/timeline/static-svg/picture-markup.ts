import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import { type ColourTheme, paint } from "../../ui/token-colours";
import { type DensityPicture, densityShapes, fillStyleOf } from "../density/density-picture";
import {
  boxesPath,
  bracketPath,
  dotsPath,
  guessBracketPath,
  guessFramePath,
  tailPath,
  tornPath,
} from "../geometry/shape-paths";
import { titleWords } from "../picture/labels/title-words";
import type {
  Anchor,
  ArcPicture,
  GuessPicture,
  LabelPicture,
  LanePicture,
  MarkPicture,
  Picture,
  SpinePicture,
} from "../picture/picture-types";
import { element, escaped } from "./svg-element";

/**
 * The elements of a picture, as `Timeline` draws them when nothing is touched: without handles, and with what lies too
 * close for marks as paths. Needs `pictureSheet`.
 *
 * @param id - Of the element that holds the picture: its textures are named after it.
 */
export function pictureMarkup(picture: Picture, id: string, theme: ColourTheme): string {
  const lineX = picture.asOf.side === "here" ? picture.asOf.x : null;
  return [
    textures(id),
    backdrop(picture, id),
    picture.has.spine ? spineLane(picture, lineX, theme) : "",
    ...picture.lanes.map((lane) => laneMarkup(lane, picture, { id, lineX, theme })),
    ...folds(picture),
    asOfLine(picture),
  ].join("");
}

/** The shapes of a verdict around (0, 0). */
export function verdictMarkup(state: MarkState, radius: number, ring: number): string {
  const shapes = VERDICT_TERMS[state]
    .glyph(radius, ring)
    .map((shape) =>
      shape.kind === "circle"
        ? element("circle", { class: shape.part, r: shape.r })
        : element("path", { class: shape.part, d: shape.d }),
    );
  return element("g", { class: `verdict ${state}` }, ...shapes);
}

function textures(id: string): string {
  const hatch = element(
    "pattern",
    {
      id: `${id}-hatch`,
      width: 11,
      height: 11,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    },
    element("rect", { class: "future-background", width: 11, height: 11 }),
    line("future-line", 0, 0, 0, 11),
  );
  const dots = element(
    "pattern",
    { id: `${id}-dots`, width: 5, height: 5, patternUnits: "userSpaceOnUse" },
    element("circle", { class: "delay-dot", cx: 2, cy: 2, r: 0.9 }),
  );
  return element("defs", {}, hatch, dots);
}

function backdrop({ metrics: m, has, plot, future, ticks, axisWords, lanes }: Picture, id: string): string {
  const isWide = m.layout === "wide";
  return [
    future?.hatched
      ? element("rect", {
          x: future.left,
          y: plot.top,
          width: Math.max(0, future.right - future.left),
          height: plot.bottom - plot.top,
          fill: `url(#${id}-hatch)`,
        })
      : "",
    isWide && has.axis ? words("muted", 0, m.axisBaseline, m.textPx, axisWords) : "",
    ...ticks.flatMap(({ x, label, labelX }) => [
      line("grid", x, plot.top, x, plot.bottom),
      has.axis ? words("muted", labelX, m.axisBaseline, m.textPx, label) : "",
    ]),
    ...(isWide
      ? [...lanes.map(({ top }) => top), plot.bottom].map((y) => line("grid", 0, y, plot.right, y))
      : []),
  ].join("");
}

function title(lane: SpinePicture | LanePicture, { metrics, folds }: Picture, lineX: number | null): string {
  const own = "metrics" in lane ? lane.metrics : metrics;
  const under = "subtitle" in lane ? lane.subtitle : "";
  const { name, subtitle } = titleWords({ ...lane, subtitle: under, metrics: own, lineX, folds });
  return [
    words("name", name.x, name.y, name.sizePx, name.text),
    words("muted", subtitle.x, subtitle.y, subtitle.sizePx, subtitle.text),
  ].join("");
}

function spineLane(picture: Picture, lineX: number | null, theme: ColourTheme): string {
  const { spine, metrics: m } = picture;
  const half = m.markRadius * 1.15;
  const { density, label, center } = spine;
  const rows = spine.rows.map(({ x, current }) =>
    element("rect", {
      class: current ? "ink" : "spine-row",
      x: x - (current ? 2.5 : 1.5),
      y: center - half * (current ? 1.6 : 1),
      width: current ? 5 : 3,
      height: half * (current ? 3.2 : 2),
    }),
  );
  return element(
    "g",
    {},
    title(spine, picture, lineX),
    line("lane-line", m.plotLeft, center, m.plotRight, center),
    density === null
      ? ""
      : `${densityMarkup(density, theme)}${words("muted", m.plotLeft + 4, spine.top + m.spineHeight - 4, m.textPx, density.words)}`,
    ...rows,
    label === null
      ? ""
      : [
          element("path", { class: "bracket", d: bracketPath(label) }),
          words("muted struck", label.text.x, label.text.y, m.textPx, label.text.text),
          label.note && words("muted", label.note.x, label.note.y, m.textPx, label.note.text),
        ]
          .filter(Boolean)
          .join(""),
  );
}

function laneMarkup(
  lane: LanePicture,
  picture: Picture,
  { id, lineX, theme }: { id: string; lineX: number | null; theme: ColourTheme },
): string {
  const { band, delay, center, metrics: m, density, others, note } = lane;
  const [top, height] = [center - m.bandHalf, m.bandHalf * 2];
  const stretch = (part: { left: number; right: number }) => ({
    x: part.left,
    y: top,
    width: part.right - part.left,
    height,
  });
  return element(
    "g",
    { class: lane.progress },
    title(lane, picture, lineX),
    band === null ? "" : element("rect", { class: band.active ? "band active" : "band", ...stretch(band) }),
    delay === null ? "" : element("rect", { ...stretch(delay), fill: `url(#${id}-dots)` }),
    line("lane-line", m.plotLeft, center, m.plotRight, center),
    ...(band?.edges ?? []).map((x) => line("ttl-edge", x, top, x, top + height)),
    others.length === 0 ? "" : element("path", { class: "others", d: dotsPath(others) }),
    density === null ? "" : densityMarkup(density, theme),
    ...lane.rivals.map(({ path }) => element("path", { class: "rival", d: path })),
    ...lane.moreArcs.map(arc),
    lane.arc === null ? "" : arc(lane.arc),
    lane.wrongArc === null ? "" : element("path", { class: "leak-arc", d: lane.wrongArc.path }),
    ...lane.originalPositions.map((origin) => {
      const [r, way] = [m.markRadius + 1, origin.toX > origin.x ? 1 : -1];
      return element(
        "g",
        { class: "origin" },
        element("circle", { cx: origin.x, cy: origin.y, r }),
        element("path", { d: `M ${origin.x + way * r} ${origin.y} H ${origin.toX}` }),
      );
    }),
    guessMarkup(lane.guess),
    lane.cap === null
      ? ""
      : element("circle", {
          class: lane.cap.isClosed ? "cap closed" : "cap",
          cx: lane.cap.x,
          cy: lane.cap.y,
          r: lane.cap.radius,
        }),
    ...lane.marks.map((mark) => markMarkup(mark, m.markRadius, m.ringRadius)),
    ...lane.labels.map(labelMarkup),
    note === null ? "" : words("muted note", note.x, note.y, m.valuePx, note.text),
  );
}

/** A reader's row, and how far it and the right one lie from what decided. */
function guessMarkup(guess: GuessPicture | null): string {
  if (guess === null) return "";
  const { frame, alsoFrames, brackets } = guess;
  const frames = frame === null ? alsoFrames : [frame, ...alsoFrames];
  return [
    ...frames.map((one) => element("path", { class: "guess-frame", d: guessFramePath(one) })),
    ...brackets.map((bracket) =>
      element("path", { class: `guess-bracket ${bracket.tone}`, d: guessBracketPath(bracket) }),
    ),
  ].join("");
}

function arc({ path, endX, endY, leak }: ArcPicture): string {
  const name = leak ? "leak-arc" : "arc";
  return `${element("path", { class: name, d: path })}${element("circle", { class: `${name}-end`, cx: endX, cy: endY, r: 3.5 })}`;
}

/** What lies too close for marks: a path per state. */
function densityMarkup(density: DensityPicture, theme: ColourTheme): string {
  const paths = densityShapes(density).map(({ state, boxes }) => {
    const { token, opacity } = fillStyleOf(density.kind, state);
    return element("path", {
      style: paint("fill", token, theme),
      opacity: opacity === 1 ? undefined : opacity,
      d: boxesPath(boxes),
    });
  });
  return element("g", {}, ...paths);
}

function markMarkup(
  { x, y, state, tail, count, title: about }: MarkPicture,
  radius: number,
  ring: number,
): string {
  return element(
    "g",
    {},
    element("title", {}, escaped(about)),
    tail === null ? "" : element("path", { class: `tail ${state}`, d: tailPath(x, y, tail, radius) }),
    element(
      "g",
      { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` },
      count > 1 ? element("circle", { class: `pile ${state}`, cx: 3.5, cy: -3.5, r: radius - 1 }) : "",
      verdictMarkup(state, radius, ring),
    ),
  );
}

function labelMarkup({ text, x, y, anchor, sizePx, tone, strong, struck, rim }: LabelPicture): string {
  const classes = ["muted", "written", tone, strong && "strong", struck && "struck", rim && "rim"];
  const name = [...new Set(classes)].filter(Boolean).join(" ");
  return words(name, x, y, sizePx, text, anchor);
}

function folds({ metrics: m, plot, folds }: Picture): string[] {
  return folds.map(({ left, right, label }) =>
    [
      element("rect", {
        class: "fold",
        x: left,
        y: plot.top - 4,
        width: right - left,
        height: plot.bottom - plot.top + 8,
      }),
      ...[left, right].map((x) =>
        element("path", { class: "fold-edge", d: tornPath(x, plot.top - 4, plot.bottom + 4) }),
      ),
      words("muted fold-label", (left + right) / 2, m.axisBaseline, m.textPx, label),
    ].join(""),
  );
}

function asOfLine({ asOf, metrics: m, plot }: Picture): string {
  return [
    asOf.side === "here" ? line("as-of", asOf.x, m.flagHeight - 1, asOf.x, plot.bottom + 4) : "",
    element("rect", {
      class: "ink",
      x: asOf.flagLeft,
      y: 0,
      width: asOf.flagWidth,
      height: m.flagHeight,
      rx: 3,
    }),
    // Not every drawing program can centre text on a line: its middle is about a third of its size above it.
    words(
      "as-of-text",
      asOf.flagLeft + asOf.flagWidth / 2,
      m.flagHeight / 2 + m.textPx * 0.35,
      m.textPx,
      asOf.label,
    ),
  ].join("");
}

function line(name: string, x1: number, y1: number, x2: number, y2: number): string {
  return element("line", { class: name, x1, x2, y1, y2 });
}

function words(
  name: string,
  x: number,
  y: number,
  sizePx: number,
  text: string,
  anchor: Anchor = "start",
): string {
  const ends = anchor === "start" ? {} : { "text-anchor": anchor };
  return element("text", { class: name, x, y, "font-size": sizePx, ...ends }, escaped(text));
}
