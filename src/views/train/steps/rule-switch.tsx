import { goTo } from "../../../state/route/go-to";
import type { RuleShown } from "../../../state/route/route";
import { useApp, useAppHandle } from "../../../state/use-app";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";

const RULES: readonly { value: RuleShown; label: string }[] = [
  { value: "as-of", label: "as of" },
  { value: "latest", label: "latest" },
];

/** The same row and step under the view's own joins, or under the latest value that everybody is tempted to take. */
export function RuleSwitch() {
  const app = useAppHandle();
  const rule = useApp((state) => state.route.rule);
  return (
    <SegmentedChoice
      label="Each join takes the value"
      labelPlace="unseen"
      variant="switch"
      options={RULES}
      value={rule}
      onChange={(chosen) => goTo(app, { rule: chosen }, "replace")}
    />
  );
}
