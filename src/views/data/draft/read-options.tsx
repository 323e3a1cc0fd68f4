import type { CsvDelimiter, CsvEncoding } from "../../../formats/csv/csv-plan";
import { rereadDraft } from "../../../state/imports/add-files";
import { correctQuotedBlank } from "../../../state/imports/correct-draft";
import type { DraftContent, ImportDraft } from "../../../state/imports/imports-store";
import { useAppHandle } from "../../../state/use-app";
import { Checkbox } from "../../../ui/controls/checkbox";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Select } from "../../../ui/controls/select";
import styles from "./draft.module.css";

const DELIMITERS: readonly { value: CsvDelimiter; label: string }[] = [
  { value: ",", label: "comma" },
  { value: ";", label: "semicolon" },
  { value: "\t", label: "tab" },
  { value: "|", label: "vertical bar" },
  { value: " ", label: "row of blanks" },
];

const ENCODINGS: readonly { value: CsvEncoding; label: string }[] = [
  { value: "utf-8", label: "UTF-8" },
  { value: "utf-16le", label: "UTF-16, little end first" },
  { value: "utf-16be", label: "UTF-16, big end first" },
  { value: "windows-1252", label: "windows-1252 (Latin-1)" },
];

const FIRST_LINE = [
  { value: "names", label: "the columns’ names" },
  { value: "row", label: "a row like the others" },
] as const;

export interface ReadOptionsProps {
  readonly draft: ImportDraft;
  readonly content: DraftContent;
}

/** How the file's bytes become cells: proposed, seldom wrong, and so folded away. */
export function ReadOptions({ draft, content }: ReadOptionsProps) {
  const app = useAppHandle();
  const { plan } = content;
  const { id } = draft;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>How the file is read: {readWords(content)}</summary>
      <div className={styles.options}>
        <Select
          label="Between cells stands a"
          options={DELIMITERS}
          value={plan.delimiter}
          onChange={(delimiter) => rereadDraft(app, id, { delimiter })}
        />
        <EncodingSelect value={plan.encoding} onChange={(encoding) => rereadDraft(app, id, { encoding })} />
        <Select
          label="The table begins on"
          options={lineOptions(content)}
          value={String(plan.firstLine)}
          onChange={(line) => rereadDraft(app, id, { firstLine: Number(line) })}
          help={plan.firstLine > 1 ? "The lines above it are left out." : undefined}
        />
        <SegmentedChoice
          label="That line holds"
          options={FIRST_LINE}
          value={plan.hasHeader ? "names" : "row"}
          onChange={(what) => rereadDraft(app, id, { hasHeader: what === "names" })}
        />
        <div className={styles.checks}>
          <Checkbox
            label="Lines that begin with # are comments"
            checked={plan.comment === "#"}
            onChange={(isComment) => rereadDraft(app, id, { comment: isComment ? "#" : "" })}
          />
          <Checkbox
            label="An empty cell in quotes is null"
            checked={plan.quotedBlankIsNull}
            onChange={(isNull) => correctQuotedBlank(app, id, isNull)}
          />
          <Checkbox
            label="Take off the apostrophe before formulas"
            help="For files that were saved from here: a text that a spreadsheet would run was written with one."
            checked={plan.unescapeFormulas}
            onChange={(unescapeFormulas) => rereadDraft(app, id, { unescapeFormulas })}
          />
        </div>
      </div>
    </details>
  );
}

export interface EncodingSelectProps {
  readonly value: CsvEncoding | null;
  readonly onChange: (encoding: CsvEncoding) => void;
}

export function EncodingSelect({ value, onChange }: EncodingSelectProps) {
  return (
    <Select
      label="Its letters are written in"
      options={value === null ? [{ value: FOUND, label: "as found" }, ...ENCODINGS] : ENCODINGS}
      value={value ?? FOUND}
      onChange={(encoding) => {
        if (encoding !== FOUND) onChange(encoding);
      }}
    />
  );
}

const FOUND = "found";

const LONGEST_SHOWN = 48;

/** The first lines of the file, as they are written. */
function lineOptions({ sniffed, plan }: DraftContent) {
  const options = sniffed.firstLines.map((text, at) => ({
    value: String(at + 1),
    label: `line ${at + 1}: ${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text || "blank"}`,
  }));
  const isListed = plan.firstLine <= options.length;
  return isListed
    ? options
    : [...options, { value: String(plan.firstLine), label: `line ${plan.firstLine}` }];
}

function readWords({ plan, sniffed }: DraftContent): string {
  const delimiter = DELIMITERS.find(({ value }) => value === plan.delimiter)?.label ?? plan.delimiter;
  const encoding = ENCODINGS.find(({ value }) => value === plan.encoding)?.label ?? plan.encoding;
  const mark = sniffed.hasBom ? " with a byte order mark" : "";
  return `${delimiter} between cells, ${encoding}${mark}, ${plan.hasHeader ? `names in line ${plan.firstLine}` : "no line of names"}`;
}
