import { FormatError } from "../../format-error";

const FORMATS: ReadonlyArray<{ begins: RegExp; what: string; instead: string }> = [
  {
    begins: /^\{\s*(?:"|\}|$)/,
    what: "JSON",
    instead:
      "Save its rows as CSV first. In Python: pandas.read_json(“data.json”, lines=True).to_csv(“data.csv”)",
  },
  {
    begins: /^\[\s*(?:[{["\]]|$)/,
    what: "JSON",
    instead: "Save its rows as CSV first. In Python: pandas.read_json(“data.json”).to_csv(“data.csv”)",
  },
  {
    begins: /^<(?:!doctype\s+html|html|head|body)\b/i,
    what: "a web page (HTML)",
    instead:
      "A link to the table may have led to a page around it, or to a sign-in: download the table itself",
  },
  { begins: /^<table\b/i, what: "an HTML table", instead: "Open it in a spreadsheet and save it as CSV" },
  {
    begins: /^<(?:\?xml|[a-z][\w:.-]*[\s>/])/i,
    what: "XML",
    instead: "Export the table as CSV, or open it in a spreadsheet and save it as CSV",
  },
];

const LOOKED_AT = 200;

/** @throws FormatError `other_format` for text that is written in another format than CSV. */
export function refuseOtherFormats(text: Uint8Array): void {
  const begin = new TextDecoder().decode(text.subarray(0, LOOKED_AT)).trimStart();
  const format = FORMATS.find(({ begins }) => begins.test(begin));
  if (format === undefined) return;
  throw new FormatError("other_format", `This is ${format.what}, not CSV. ${format.instead}.`);
}
