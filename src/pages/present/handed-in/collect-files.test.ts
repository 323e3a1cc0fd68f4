import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { MOST_HANDED_IN } from "../../../learn/handed-in/handed-in";
import { chosenFiles } from "./collect-files";

/** A file as a browser gives it. jsdom's own cannot be read. */
function file(name: string, bytes: Uint8Array, webkitRelativePath = ""): File {
  const text = async () => new TextDecoder().decode(bytes);
  const arrayBuffer = async () => bytes.slice().buffer;
  return { name, size: bytes.length, webkitRelativePath, text, arrayBuffer } as File;
}

test("of a folder the .json files are taken by their paths, what systems put there is passed over, and all else is named", async () => {
  const { files, unread } = await chosenFiles([
    file("ada.json", strToU8("{}"), "class/ada.json"),
    file(".DS_Store", strToU8(""), "class/.DS_Store"),
    file("notes.txt", strToU8(""), "class/notes.txt"),
  ]);
  expect(files.map(({ path }) => path)).toEqual(["class/ada.json"]);
  expect(unread).toEqual([
    { path: "class/notes.txt", why: "It is no .json file, as answers are handed in." },
  ]);
});

test("a zip is opened; what is too large in it, is no .json file, or is a zip again is not unpacked", async () => {
  const zip = zipSync({
    "a/ada.json": strToU8('{"name":"Ada"}'),
    "__MACOSX/a/._ada.json": strToU8(""),
    "large.json": new Uint8Array(MOST_HANDED_IN.bytes + 1),
    "inner.zip": strToU8(""),
    "notes.txt": strToU8(""),
  });
  const { files, unread } = await chosenFiles([file("class.zip", zip)]);
  expect(await Promise.all(files.map(async (one) => [one.path, await one.text()]))).toEqual([
    ["class.zip/a/ada.json", '{"name":"Ada"}'],
  ]);
  expect(unread.map(({ path }) => path)).toEqual([
    "class.zip/large.json",
    "class.zip/inner.zip",
    "class.zip/notes.txt",
  ]);
});

test("a zip that is none is named with the reason", async () => {
  const { files, unread } = await chosenFiles([file("class.zip", strToU8("not a zip"))]);
  expect(files).toEqual([]);
  expect(unread).toEqual([{ path: "class.zip", why: expect.stringMatching(/^The zip cannot be opened: /) }]);
});

test("a part of a zip that is larger than it says is cut where it says that it ends", async () => {
  const zip = zipSync({ "bomb.json": new Uint8Array(5_000_000) });
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  // Its size stands in its local header, and in the one at the end of the zip that is believed.
  const central = lying.findIndex((_, i) => i > 0 && view.getUint32(i, true) === 0x02014b50);
  for (const at of [22, central + 24]) view.setUint32(at, 100, true);
  const { files } = await chosenFiles([file("class.zip", lying)]);
  expect(files.map(({ bytes }) => bytes <= MOST_HANDED_IN.bytes)).toEqual([true]);
});
