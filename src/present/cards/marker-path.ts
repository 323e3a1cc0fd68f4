import { CODE_CELLS, codeOf, isWhite, MARKER_CELLS } from "./card-codes";

/**
 * The black of a card's marker as the path of an SVG, A on top: a square of {@link MARKER_CELLS} units, from which the white cells
 * are left out (`fill-rule` must be `evenodd`). White cells that touch have one outline, so that no printer draws a seam between
 * them.
 */
export function markerPath(card: number): string {
  const outlines = outlinesOf(codeOf(card));
  return `M0 0H${MARKER_CELLS}V${MARKER_CELLS}H0Z${outlines.join("")}`;
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** The outlines of the white cells, with the white to the right of each edge. */
function outlinesOf(code: number): string[] {
  const at = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < CODE_CELLS && column < CODE_CELLS && isWhite(code, row, column);
  const edges: Edge[] = [];
  for (let row = 0; row < CODE_CELLS; row++) {
    for (let column = 0; column < CODE_CELLS; column++) {
      if (!at(row, column)) continue;
      // A border of one cell lies before the code.
      const [left, top, right, bottom] = [column + 1, row + 1, column + 2, row + 2];
      if (!at(row - 1, column)) edges.push({ from: `${left} ${top}`, to: `${right} ${top}` });
      if (!at(row, column + 1)) edges.push({ from: `${right} ${top}`, to: `${right} ${bottom}` });
      if (!at(row + 1, column)) edges.push({ from: `${right} ${bottom}`, to: `${left} ${bottom}` });
      if (!at(row, column - 1)) edges.push({ from: `${left} ${bottom}`, to: `${left} ${top}` });
    }
  }
  const outlines: string[] = [];
  for (let first = edges.pop(); first !== undefined; first = edges.pop()) {
    let outline = `M${first.from}`;
    for (let { to } = first; to !== first.from; ) {
      outline += `L${to}`;
      // Where two cells touch at a corner, either way on is an outline.
      const next = edges.findIndex(({ from }) => from === to);
      const [edge] = edges.splice(next, 1);
      if (next < 0 || edge === undefined) break;
      to = edge.to;
    }
    outlines.push(`${outline}Z`);
  }
  return outlines;
}
