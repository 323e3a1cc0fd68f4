import { describe, expect, test } from "vitest";
import { CARD_COUNT, MARKER_CELLS } from "./card-codes";
import { cardLayout, MARKER_SIDES, PAPERS, type PaperName, PER_PAGE, sheetsOf } from "./card-sheet";
import { readingDistanceM } from "./reading-distance";

const papers = Object.keys(PAPERS) as PaperName[];

describe.each(papers.flatMap((paper) => PER_PAGE.map((perPage) => ({ paper, perPage }))))(
  "a card on $paper, $perPage a page",
  ({ paper, perPage }) => {
    const { width, height, marker, letters } = cardLayout(paper, perPage);

    test("has its marker in the middle", () => {
      expect(marker.x + marker.side / 2).toBeCloseTo(width / 2);
      expect(marker.y + marker.side / 2).toBeCloseTo(height / 2);
    });

    test("leaves two thirds of a cell white around it, in which no letter stands but beyond 5 mm", () => {
      expect(marker.x / (marker.side / MARKER_CELLS)).toBeGreaterThan(2 / 3);
      // A letter is 5 mm high and as wide at most.
      for (const { x, y } of letters) {
        const aside = Math.max(Math.abs(x - width / 2), Math.abs(y - height / 2)) - marker.side / 2;
        expect(aside - 2.5).toBeGreaterThan(5);
      }
    });

    test("has its letters where printers print, with the clock from the top, their heads outwards", () => {
      for (const { x, y } of letters) {
        expect(Math.min(x, width - x, y, height - y) - 2.5).toBeGreaterThanOrEqual(5);
      }
      expect(letters.map(({ letter, turned }) => `${letter} ${turned}`)).toEqual([
        "A 0",
        "B 90",
        "C 180",
        "D 270",
      ]);
      const [a, b, c, d] = letters;
      expect(a?.y).toBeLessThan(marker.y);
      expect(b?.x).toBeGreaterThan(marker.x + marker.side);
      expect(c?.y).toBeGreaterThan(marker.y + marker.side);
      expect(d?.x).toBeLessThan(marker.x);
    });
  },
);

describe("sheets", () => {
  test.each([
    [1, 2, [[1]]],
    [5, 2, [[1, 2], [3, 4], [5]]],
    [2, 1, [[1], [2]]],
    [0, 2, [[1]]],
  ] as const)("%i cards, %i a page", (cards, perPage, sheets) => {
    expect(sheetsOf(cards, perPage)).toEqual(sheets);
  });

  test("never hold a card that there is not", () => {
    expect(sheetsOf(500, 1)).toHaveLength(CARD_COUNT);
  });
});

describe("how far a card is read", () => {
  // 24 px of 1920 are 65° / 2: by hand, 0.096 m × 1506.9 px / 24 px.
  test.each([
    [96, 1920, 6.03],
    [96, 3840, 12.06],
    [176, 1920, 11.05],
    [176, 3840, 22.1],
  ])("a marker of %i mm, a camera of %i px", (sideMm, widthPx, metres) => {
    expect(readingDistanceM(sideMm, widthPx)).toBeCloseTo(metres, 1);
  });

  test("one a page is read almost twice as far as two", () => {
    expect(MARKER_SIDES[1] / MARKER_SIDES[2]).toBeGreaterThan(1.8);
  });
});
