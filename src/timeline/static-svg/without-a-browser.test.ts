import { expect, test } from "vitest";
import { initialWindow } from "../picture/initial-window";
import { picture } from "../picture/picture";
import { scenarioSliceNamed } from "../scenario-slices";
import { pictureSvg } from "./picture-svg";

test("pictureSvg needs no browser", () => {
  expect(typeof document).toBe("undefined");
  const { slice, at } = scenarioSliceNamed("train");
  const drawn = picture(slice, at, initialWindow(slice, at.spineRow), { width: 960 });
  expect(pictureSvg(drawn, { title: "User 2" }).svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/s,
  );
});
