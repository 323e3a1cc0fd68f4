import { expect, test } from "vitest";
import { sharedRoom } from "./room";

const minimap = { wantsMinimap: true, minimapPx: 30 };

test.each([
  [400, 200, { hasMinimap: true, roomy: 1, lanesPx: 370 }],
  [330, 330, { hasMinimap: true, roomy: 1, lanesPx: 300 }], // just enough
  [329, 315, { hasMinimap: false, roomy: 1.05, lanesPx: 329 }], // the minimap gives way first
  [250, 250, { hasMinimap: false, roomy: 1, lanesPx: 250 }], // then the lanes scroll
  [700, 405, { hasMinimap: true, roomy: 1.25, lanesPx: 670 }], // there is room for higher lanes
  [700, 419, { hasMinimap: true, roomy: 1.25, lanesPx: 670 }], // in steps
  [2000, 2000, { hasMinimap: true, roomy: 1.5, lanesPx: 1970 }], // but not without end
])("a picture that needs 300 px, with room for %i at most and good at %i", (most, good, expected) => {
  expect(sharedRoom(300, { most, good }, minimap)).toEqual(expected);
});

test("without bounds the picture is as high as it likes", () => {
  expect(sharedRoom(300, undefined, minimap)).toEqual({ hasMinimap: true, roomy: 1, lanesPx: null });
});

test("a minimap that is not wanted takes no room", () => {
  const shared = sharedRoom(300, { most: 300, good: 0 }, { ...minimap, wantsMinimap: false });
  expect(shared).toEqual({ hasMinimap: false, roomy: 1, lanesPx: 300 });
});
