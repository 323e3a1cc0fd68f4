import { changeLabel, changeSpine, deleteView, startView } from "../../state/edit-view";
import { goTo } from "../../state/route/go-to";
import { useAppHandle } from "../../state/use-app";
import { servedLabels } from "../../state/view/label-guess";
import { Button } from "../../ui/controls/button";
import { Select } from "../../ui/controls/select";
import { countOf } from "../../ui/format-number";
import type { GroupSummary, StoreOverview, ViewSummary } from "../../worker/results";
import { GlossaryTerm } from "../terms/glossary-term";
import { DurationChoice } from "./duration-choice";
import styles from "./view-stage.module.css";
import { servedLabelWords } from "./view-words";

const NO_LABEL = "";
const NEW_VIEW = "";

export interface SpineChoiceProps {
  readonly overview: StoreOverview;
  readonly view: ViewSummary;
  readonly spine: GroupSummary;
  readonly onNewView: () => void;
}

/** Which view, which rows to predict for, what to predict, and when it is known. */
export function SpineChoice({ overview, view, spine, onNewView }: SpineChoiceProps) {
  const app = useAppHandle();
  const { definition, label } = view;
  const [first = NO_LABEL] = label;
  const canPredict = spine.columns.filter(
    ({ name }) => !spine.definition.primaryKeys.includes(name) && name !== spine.definition.eventTime,
  );
  const looksLike = servedLabels(view);
  const proposed = looksLike.find(({ join }) => join < 0);
  return (
    <div className={styles.spine}>
      <Select
        label="Feature view"
        value={definition.name}
        options={[
          ...overview.views.map(({ definition: { name } }) => ({ value: name, label: name })),
          { value: NEW_VIEW, label: "a new one …" },
        ]}
        onChange={(name) => (name === NEW_VIEW ? onNewView() : goTo(app, { view: name, row: null }))}
      />
      <Select
        label="Rows to predict"
        aria-label="Rows to predict (the spine)"
        term={
          <>
            (the <GlossaryTerm of="spine">spine</GlossaryTerm>)
          </>
        }
        value={spine.definition.name}
        options={overview.groups.map(({ definition: { name } }) => ({ value: name, label: name }))}
        help={`${countOf(spine.numRows, "row")}, each at the moment in ${spine.definition.eventTime}`}
        onChange={(name) => void changeSpine(app, definition.name, overview, name)}
      />
      <Select
        label="What to predict"
        aria-label="What to predict (the label)"
        term={
          <>
            (the <GlossaryTerm of="label">label</GlossaryTerm>)
          </>
        }
        value={first}
        options={[
          { value: NO_LABEL, label: "nothing declared" },
          ...canPredict.map(({ name }) => ({ value: name, label: name })),
        ]}
        help={
          first === NO_LABEL
            ? "Without a label, every column of the spine is served too."
            : `${label.join(", ")} stays out of what the model is served.`
        }
        onChange={(name) =>
          void changeLabel(app, definition.name, { label: name === NO_LABEL ? undefined : name })
        }
      />
      {first === NO_LABEL && proposed && (
        <p className={styles.note}>
          {proposed.column} looks like what is to be predicted, and is served.{" "}
          <Button
            variant="link"
            onClick={() => void changeLabel(app, definition.name, { label: proposed.column })}
          >
            Make {proposed.column} the label
          </Button>
        </p>
      )}
      {looksLike
        .filter((column) => first !== NO_LABEL || column !== proposed)
        .map((column) => (
          <p key={column.name} className={styles.note}>
            {servedLabelWords(column, view)}
          </p>
        ))}
      {first !== NO_LABEL && (
        <DurationChoice
          label="Known after"
          value={definition.labelHorizon ?? undefined}
          inherited="not said"
          none="not said"
          presets={["1d", "7d", "30d", "90d"]}
          onChange={(labelHorizon) => void changeLabel(app, definition.name, { labelHorizon })}
        />
      )}
      <Button variant="link" onClick={() => void deleteView(app, definition.name)}>
        Delete this view
      </Button>
    </div>
  );
}

/** The first choice: whose rows are to be predicted for. */
export function FirstSpine({
  overview,
  onDone,
}: {
  readonly overview: StoreOverview;
  readonly onDone?: () => void;
}) {
  const app = useAppHandle();
  return (
    <ul className={styles.firstSpine}>
      {overview.groups.map((group) => (
        <li key={group.definition.name}>
          <Button
            onClick={() => {
              void startView(app, overview, group);
              onDone?.();
            }}
          >
            {group.definition.name}
          </Button>
          <span className={styles.note}>
            {countOf(group.numRows, "row")} · {group.columns.map(({ name }) => name).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
