import { expect, test } from "vitest";
import { CARD_COUNT, CODE_CELLS, codeOf, isWhite, MARKER_CELLS } from "./card-codes";
import { markerPath } from "./marker-path";

/** Whether a place is black, by how often a ray to the right crosses the path's upright edges. */
function isBlack(path: string, x: number, y: number): boolean {
  const outlines = path
    .replace(
      `M0 0H${MARKER_CELLS}V${MARKER_CELLS}H0Z`,
      `M0 0L${MARKER_CELLS} 0L${MARKER_CELLS} ${MARKER_CELLS}L0 ${MARKER_CELLS}Z`,
    )
    .split("Z")
    .filter((outline) => outline !== "")
    .map((outline) =>
      outline
        .slice(1)
        .split("L")
        .map((place) => place.split(" ").map(Number)),
    );
  let crossings = 0;
  for (const places of outlines) {
    places.forEach(([fromX = 0, fromY = 0], i) => {
      const [toX = 0, toY = 0] = places[(i + 1) % places.length] ?? [];
      if (fromX === toX && fromX > x && Math.min(fromY, toY) < y && y < Math.max(fromY, toY)) crossings++;
    });
  }
  return crossings % 2 === 1;
}

test("the path of every card is black where its code is, and around it", () => {
  for (let card = 1; card <= CARD_COUNT; card++) {
    const path = markerPath(card);
    for (let row = 0; row < MARKER_CELLS; row++) {
      for (let column = 0; column < MARKER_CELLS; column++) {
        const inCode = [row, column].every((at) => at > 0 && at <= CODE_CELLS);
        const white = inCode && isWhite(codeOf(card), row - 1, column - 1);
        expect(isBlack(path, column + 0.5, row + 0.5), `card ${card}, ${row}, ${column}`).toBe(!white);
      }
    }
  }
});

test("cells that touch have one outline", () => {
  // Card 17 as it is drawn: a cross with an arm, an angle, a cell at the left, and a hook.
  expect(markerPath(17).match(/M/g)?.length).toBeLessThanOrEqual(6);
});
