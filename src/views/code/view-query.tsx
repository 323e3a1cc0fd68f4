import { useState } from "react";
import { QUERY_LANGUAGES, type QueryLanguage, writeQuery } from "../../formats/queries/queries";
import { editedRule, editedView } from "../../scenario/edits/edit-slice";
import { type App, showMessage } from "../../state/app";
import { copiedQueryStore, queryCopied } from "../../state/copied-query";
import { exportGroup } from "../../state/export";
import { toError } from "../../state/query";
import { tellFailure } from "../../state/tell-failure";
import { viewEdits } from "../../state/training-queries";
import { useAppHandle, usePart, useSelector } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { formatNumber } from "../../ui/format-number";
import type { StoreOverview, ViewSummary } from "../../worker/results";
import styles from "./code-stage.module.css";

const NAMES: Readonly<Record<QueryLanguage, string>> = {
  python: "microFS in Python",
  typescript: "microFS",
  pandas: "pandas",
  duckdb: "DuckDB SQL",
};

const OPTIONS = QUERY_LANGUAGES.map((value) => ({ value, label: NAMES[value] }));

/** This very view as code that runs elsewhere, with the files that it reads. */
export function ViewQuery({
  view,
  overview,
}: {
  readonly view: ViewSummary;
  readonly overview: StoreOverview;
}) {
  const app = useAppHandle();
  const [language, setLanguage] = useState<QueryLanguage>("duckdb");
  const copied = usePart(copiedQueryStore, (state) => state.copied?.text);
  const edits = useSelector(viewEdits);
  const hasEditedRows = edits.some(({ kind }) => kind !== "rule");
  const query = writeQuery(language, {
    // The rules as they are on the screen. The files hold the rows as they are stored.
    view: editedView(view.definition, view.rules, edits),
    groups: overview.groups.map(({ definition }) => definition),
    rules: view.rules.map((rule, join) => editedRule(rule, join, edits)),
    columns: view.columns,
  });
  // Over plain HTTP there is no clipboard at all.
  const copy = async () => {
    await navigator.clipboard.writeText(query.text);
    queryCopied(app, query.text);
  };
  return (
    <>
      <SegmentedChoice label="This view in" options={OPTIONS} value={language} onChange={setLanguage} />
      <p className={styles.differs}>
        {query.differs}
        {hasEditedRows && " The files hold the rows as stored, without your edits of them."}
      </p>
      <section
        className={styles.listing}
        aria-label={`${view.definition.name} in ${NAMES[language]}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onCopy={() => queryCopied(app, query.text)}
      >
        <pre className={styles.query}>
          <code>{query.text}</code>
        </pre>
      </section>
      <div className={styles.actions}>
        <Button
          variant="primary"
          size="small"
          onClick={() => tellFailure(app, copy(), "Nothing was copied: select the text and copy it.")}
        >
          {copied === query.text ? "Copied" : "Copy"}
        </Button>
        {query.files.map(({ fgName, name, format }) => (
          <Button key={name} size="small" onClick={() => void saveGroup(app, fgName, name, format)}>
            Save {name}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Saves a file of the query, and says so where it would be run by a spreadsheet: the query needs it as it is stored. */
async function saveGroup(app: App, fgName: string, name: string, format: "csv" | "arrow"): Promise<void> {
  try {
    const formulas = await exportGroup(app, fgName, name, format);
    if (formulas > 0) showMessage(app, { text: formulaWarning(name, formulas), isError: false });
  } catch (error) {
    showMessage(app, { text: toError(error).message, isError: true });
  }
}

function formulaWarning(name: string, formulas: number): string {
  const texts = formulas === 1 ? "1 text" : `${formatNumber(formulas)} texts`;
  return `${name} holds ${texts} that a spreadsheet would run as a formula: the query needs them exactly as they are stored. Read it with the query; do not open it in a spreadsheet.`;
}
