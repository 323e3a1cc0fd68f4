import { expect, test } from "vitest";
import { ask, variantCount } from "../../../learn/questions/ask";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture } from "../../../timeline/picture/picture";

/** Of a picture in a lesson: beside its notes, across the page, and on a phone. */
const [BESIDE, ACROSS, PHONE] = [752, 1088, 354];

const QUESTIONS = EVERY_LESSON.flatMap(({ name: of, lesson }) =>
  Object.entries(lesson.questions).flatMap(([name, question]) =>
    Array.from({ length: variantCount(question) }, (_, variant) => ({ of, lesson, name, variant })),
  ),
);

test.each(QUESTIONS)(
  "$of, $name, variant $variant: every mark has its value, where there is room for a ring too",
  ({ lesson, name, variant }) => {
    const { slice, at, options } = ask(lesson, name, variant);
    const rows = options.flatMap((one) => (one.kind === "row" ? [one.row] : []));
    const shown = [
      ...[BESIDE, ACROSS, PHONE].map((width) => ({ width, ringed: null })),
      ...[BESIDE, ACROSS].flatMap((width) => rows.map((ringed) => ({ width, ringed }))),
    ];
    const missing = shown.flatMap(({ width, ringed }) => {
      const guess = ringed === null ? null : drawableGuess({ join: at.join, row: ringed, isAnswered: false });
      const options = { width, guess, tellsNoTtl: false };
      const lane = picture(slice, at, initialWindow(slice, at.spineRow), options).lanes[at.join];
      // Of several joins together each lane is low: there the words of the choice go first.
      if (lane?.metrics.laneForm !== "tall") return [];
      const said = new Set(lane.labels.map(({ key }) => key));
      return lane.marks
        .filter(({ row }) => !said.has(`value:${row}`))
        .map(({ row }) => `row ${row} at ${width} px, ${ringed === null ? "none" : `row ${ringed}`} ringed`);
    });
    expect(missing).toEqual([]);
  },
);
