import { expect, test } from "vitest";
import { picture } from "../picture/picture";
import { tellingWindow } from "../picture/telling-window";
import { sceneNamed } from "../scenes/scenes";
import { pictureSvg } from "./picture-svg";

test("pictureSvg needs no browser", () => {
  expect(typeof document).toBe("undefined");
  const { slice, at } = sceneNamed("train");
  const drawn = picture(slice, at, tellingWindow(slice, at.spineRow), { width: 960 });
  expect(pictureSvg(drawn, { title: "User 2" }).svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/s,
  );
});
