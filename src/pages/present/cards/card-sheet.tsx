import { MARKER_CELLS } from "../../../present/cards/card-codes";
import {
  cardLayout,
  MARKER_SIDES,
  PAPERS,
  type PaperName,
  type PerPage,
} from "../../../present/cards/card-sheet";
import { markerPath } from "../../../present/cards/marker-path";
import { CAMERAS, readingDistanceM } from "../../../present/cards/reading-distance";
import styles from "./cards-page.module.css";

export interface CardSheetProps {
  readonly cards: readonly number[];
  readonly paper: PaperName;
  readonly perPage: PerPage;
}

/** How far down from its middle a letter's foot stands, and how large text is, in millimetres. */
const LETTER_SIZE = 7;
const LETTER_FOOT = 2.45;
const TEXT_FOOT = 10.6;

/** One page of cards, in millimetres: as large as its place on a screen, and true to size in print. */
export function CardSheet({ cards, paper, perPage }: CardSheetProps) {
  const { width, height } = PAPERS[paper];
  const layout = cardLayout(paper, perPage);
  return (
    <svg
      className={styles.sheet}
      data-paper={paper}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={cards.length === 1 ? `Card ${cards[0]}` : `Cards ${cards.join(" and ")}`}
    >
      <rect className={styles.paper} width={width} height={height} />
      {cards.map((card, i) => (
        <g key={card} transform={`translate(0 ${i * layout.height})`}>
          <Card card={card} paper={paper} perPage={perPage} />
        </g>
      ))}
      {perPage > 1 && <CutLine y={layout.height} width={width} />}
    </svg>
  );
}

function Card({ card, paper, perPage }: Omit<CardSheetProps, "cards"> & { readonly card: number }) {
  const { width, height, marker, letters, margin } = cardLayout(paper, perPage);
  const foot = height - margin;
  return (
    <>
      <text className={styles.label} x={margin} y={TEXT_FOOT}>
        card <tspan className={styles.number}>{card}</tspan>
      </text>
      <path
        className={styles.black}
        fillRule="evenodd"
        transform={`translate(${marker.x} ${marker.y}) scale(${marker.side / MARKER_CELLS})`}
        d={markerPath(card)}
      />
      {letters.map(({ letter, x, y, turned }) => (
        <text
          key={letter}
          className={styles.letter}
          fontSize={LETTER_SIZE}
          transform={`translate(${x} ${y}) rotate(${turned})`}
          y={LETTER_FOOT}
        >
          {letter}
        </text>
      ))}
      <text className={styles.said} x={margin} y={foot}>
        Your answer on top, marker to the front.
      </text>
      <text className={styles.distance} x={width - margin} y={foot}>
        {distanceWords(MARKER_SIDES[perPage])}
      </text>
    </>
  );
}

function CutLine({ y, width }: { readonly y: number; readonly width: number }) {
  return (
    <>
      <line className={styles.cut} x1={0} x2={width} y1={y} y2={y} />
      <rect className={styles.paper} x={54} y={y - 2} width={19} height={4} />
      <text className={styles.cutHere} x={63.5} y={y + 1.1}>
        cut here
      </text>
    </>
  );
}

/** How far a marker of this side is read: `readable to 12 m (4K), 6 m (1080p)`. */
function distanceWords(sideMm: number): string {
  const distances = CAMERAS.map(
    ({ name, widthPx }) => `${Math.floor(readingDistanceM(sideMm, widthPx))} m (${name})`,
  );
  return `readable to ${distances.join(", ")}`;
}
