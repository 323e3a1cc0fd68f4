import { expect, test } from "vitest";
import { refuseOtherFormats } from "./other-formats";

const refuse = (text: string) => () => refuseOtherFormats(new TextEncoder().encode(text));

test.each<[text: string, says: RegExp]>([
  ['{"a": 1}\n{"a": 2}\n', /^This is JSON, not CSV\. .*lines=True/],
  ['  {\n  "rows": []}', /^This is JSON/],
  ['[{"a": 1}]', /^This is JSON/],
  ["[[1, 2], [3, 4]]", /^This is JSON/],
  ["[]", /^This is JSON/],
  [
    "\n<!DOCTYPE html><html></html>",
    /^This is a web page \(HTML\), not CSV\. .*download the table itself\.$/,
  ],
  ["<table><tr><td>1</td></tr></table>", /^This is an HTML table/],
  ['<?xml version="1.0"?><rows/>', /^This is XML/],
  ["<kml xmlns='x'>", /^This is XML/],
])("%j is refused, with a way on", (text, says) => {
  expect(refuse(text)).toThrow(
    expect.objectContaining({ code: "other_format", message: expect.stringMatching(says) }),
  );
});

test.each(["[id],[at]\n1,2\n", "{id},at\n1,2\n", "<5,at\n1,2\n", "id,json\n1,{}\n", "[1],2\n"])(
  "%j may be CSV",
  (text) => {
    expect(refuse(text)).not.toThrow();
  },
);
