import type { CsvDelimiter, CsvEncoding } from "../../../formats/csv/csv-plan";
import { rereadDraft } from "../../../state/imports/add-files";
import { answerQuestion, correctQuotedBlank } from "../../../state/imports/correct-draft";
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
];

const ENCODINGS: readonly { value: CsvEncoding; label: string }[] = [
  { value: "utf-8", label: "UTF-8" },
  { value: "utf-16le", label: "UTF-16, little end first" },
  { value: "utf-16be", label: "UTF-16, big end first" },
  { value: "windows-1252", label: "windows-1252 (Latin-1)" },
];

const HEADER = [
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
        <SegmentedChoice
          label="The first line holds"
          options={HEADER}
          value={plan.hasHeader ? "names" : "row"}
          onChange={(what) => rereadDraft(app, id, { hasHeader: what === "names" })}
        />
        <div className={styles.checks}>
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

function readWords({ plan, sniffed }: DraftContent): string {
  const delimiter = DELIMITERS.find(({ value }) => value === plan.delimiter)?.label ?? plan.delimiter;
  const encoding = ENCODINGS.find(({ value }) => value === plan.encoding)?.label ?? plan.encoding;
  const mark = sniffed.hasBom ? " with a byte order mark" : "";
  return `${delimiter} between cells, ${encoding}${mark}, ${plan.hasHeader ? "names in the first line" : "no line of names"}`;
}

/** What only a person can know, each with its readings of a real value. It stays in sight once answered, so that it can be changed. */
export function Questions({
  draftId,
  content,
}: {
  readonly draftId: string;
  readonly content: DraftContent;
}) {
  const app = useAppHandle();
  const { sniffed, plan, answered } = content;
  if (sniffed.questions.length === 0) return null;
  return (
    <div className={styles.questions}>
      {sniffed.questions.map((question) => {
        const column = plan.columns[question.column];
        if (column === undefined || !column.included) return null;
        const chosen = question.choices.findIndex(({ change }) =>
          Object.entries(change).every(
            ([field, value]) =>
              JSON.stringify(column[field as keyof typeof column]) === JSON.stringify(value),
          ),
        );
        const isAnswered = answered.includes(column.name);
        return (
          <SegmentedChoice
            key={question.column}
            label={question.text}
            variant="boxes"
            options={question.choices.map(({ label }, at) => ({ value: String(at), label }))}
            value={isAnswered && chosen >= 0 ? String(chosen) : null}
            onChange={(at) => {
              const choice = question.choices[Number(at)];
              if (choice !== undefined) answerQuestion(app, draftId, question, choice);
            }}
          />
        );
      })}
    </div>
  );
}
