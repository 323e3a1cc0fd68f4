import { useEffect, useRef, useState } from "react";
import type { Consequence } from "../../../compare/model/model-results";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Checkbox } from "../../../ui/controls/checkbox";
import { Select } from "../../../ui/controls/select";
import { TextInput } from "../../../ui/controls/text-input";
import { useKeptFocus } from "../../../ui/keys/use-kept-focus";
import type { ViewSummary } from "../../../worker/results";
import { featureChoices, isUsual, labelChoices, originChoices, readSeed, withFeature } from "./model-choices";
import styles from "./model-settings.module.css";

export interface ModelSettingsProps {
  readonly view: ViewSummary;
  /** What was trained last; it says which features were left out, and why. */
  readonly consequence: Consequence | null;
}

/** What the model predicts, from what, and how it is tried: all of it stands in the link. */
export function ModelSettings({ view, consequence }: ModelSettingsProps) {
  const app = useAppHandle();
  const route = useApp((state) => state.route);
  const spine = useApp(
    ({ overview }) =>
      overview?.groups.find(({ definition }) => definition.name === view.definition.labelFg) ?? null,
  );
  const features = useRef<HTMLFieldSetElement>(null);
  const boxes = useRef<HTMLDivElement>(null);
  // “Use all that are joined” goes away once they are.
  useKeptFocus(features, boxes);
  const labels = labelChoices(view, spine);
  const label = route.label ?? view.label[0] ?? "";
  const choices = featureChoices(view, spine, label, route.features);
  const numUsed = choices.filter(({ isUsed }) => isUsed).length;
  const reasons = new Map(consequence?.leftOut.map(({ feature, reason }) => [feature, LEFT_OUT[reason]]));
  const origins = originChoices(route.folds, consequence);
  const isDeclared = view.label.includes(label);
  return (
    <div className={styles.settings}>
      <div className={styles.fields}>
        <Select
          label="Label"
          options={labels.map((name) => ({
            value: name,
            label: name === view.label[0] ? `${name} (the view’s)` : name,
          }))}
          value={label}
          onChange={(name) => goTo(app, { label: name === view.label[0] ? null : name })}
          help={isDeclared || label === "" ? undefined : "A way of looking: the view’s own label stays."}
          error={labelError(label, labels, view.definition.labelFg)}
        />
        <Select
          label="Rolling origins"
          options={origins.options.map((folds) => ({ value: String(folds), label: String(folds) }))}
          value={String(origins.made)}
          onChange={(folds) => goTo(app, { folds: Number(folds) })}
          help={origins.note ?? "Each later part is predicted from rows whose label was known by then."}
        />
        <SeedField />
      </div>
      <fieldset ref={features} className={styles.features}>
        <legend className={styles.legend}>
          Features
          {!isUsual(choices) && (
            <Button variant="link" onClick={() => goTo(app, { features: null })}>
              Use all that are joined
            </Button>
          )}
        </legend>
        <div ref={boxes} className={styles.boxes} tabIndex={-1}>
          {choices.map(({ name, fgName, isUsed }) => (
            <Checkbox
              key={name}
              label={
                <>
                  {name} <span className={styles.muted}>{reasons.get(name) ?? fgName}</span>
                </>
              }
              checked={isUsed}
              disabled={isUsed && numUsed === 1}
              onChange={(checked) => goTo(app, { features: withFeature(choices, name, checked) })}
            />
          ))}
        </div>
        {choices.some(({ isJoined }) => !isJoined) && (
          <p className={styles.muted}>
            Columns of {view.definition.labelFg} are the same under every join: take them in where your model
            has them at the prediction.
          </p>
        )}
        {numUsed === 1 && <p className={styles.muted}>A model needs one feature at least.</p>}
      </fieldset>
    </div>
  );
}

function labelError(label: string, labels: readonly string[], labelFg: string): string | undefined {
  if (labels.length === 0)
    return `${labelFg} has only keys and times: bring a column that holds what came, and it can be predicted.`;
  if (label === "" || labels.includes(label)) return undefined;
  return `${labelFg} has no column “${label}” to predict: choose another.`;
}

/** Why a feature was not learned from. */
const LEFT_OUT: Readonly<Record<Consequence["leftOut"][number]["reason"], string>> = {
  time: "left out: a time",
  one_value: "left out: one value only",
  is_label: "left out: the label itself",
  is_key: "left out: a key",
};

/** Whatever is drawn at random follows from it: the same seed gives the same numbers. */
function SeedField() {
  const app = useAppHandle();
  const seed = useApp((state) => state.route.seed);
  const [typed, setTyped] = useState(String(seed));
  const known = useRef(seed);
  // Back, a link or the button beside it changes it too.
  useEffect(() => {
    if (known.current !== seed) setTyped(String(seed));
    known.current = seed;
  }, [seed]);
  const read = readSeed(typed);
  const take = (next: number) => {
    known.current = next;
    setTyped(String(next));
    if (next !== seed) goTo(app, { seed: next });
  };
  return (
    <form
      className={styles.seed}
      onSubmit={(event) => {
        event.preventDefault();
        if (read !== null) take(read);
      }}
    >
      <TextInput
        label="Seed"
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        onBlur={() => read !== null && take(read)}
        error={read === null ? "A seed is a whole number, such as 7." : undefined}
        help="The same seed draws the same rows and bands."
      />
      <Button size="small" onClick={() => take(seed + 1)}>
        Another seed
      </Button>
    </form>
  );
}
