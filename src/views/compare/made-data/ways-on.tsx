import { useDeferredValue, useMemo } from "react";
import { pack } from "../../../scenario/pack";
import { reactionScenario } from "../../../scenario/reaction/reaction-scenario";
import { showMessage } from "../../../state/app";
import { compareRow } from "../../../state/compare/compare-links";
import { formatKnobs, type MadeData } from "../../../state/compare/knobs";
import { saveMadeGroup } from "../../../state/compare/made-files";
import { toError } from "../../../state/query";
import { addressOf } from "../../../state/route/address-of";
import { formatUrl, START } from "../../../state/route/url";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { useCopy } from "../../../ui/controls/use-copy";
import styles from "./ways-on.module.css";

/** What can be done with the data that the knobs make: look at it, share it, take it along. */
export function WaysOn({ made }: { readonly made: MadeData }) {
  const app = useAppHandle();
  // A link is some work; a knob that is slid does not wait for it.
  const settled = useDeferredValue(formatKnobs(made));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same text is the same data
  const { scenario, href } = useMemo(() => linkOf(made), [settled]);
  const save = (fgName: string) => {
    try {
      saveMadeGroup(scenario, fgName);
    } catch (thrown) {
      showMessage(app, { text: `The file was not made. ${toError(thrown).message}`, isError: true });
    }
  };
  return (
    <div className={styles.ways}>
      <p className={styles.doors}>
        <a href={href}>Open this data →</a>
        <CopyLink key={href} href={href} />
      </p>
      <p className={styles.files}>
        Download{" "}
        {scenario.groups.map(({ definition: { name } }, i) => (
          <span key={name}>
            {i > 0 && " · "}
            <Button variant="link" onClick={() => save(name)}>
              {name}.csv
            </Button>
          </span>
        ))}
      </p>
    </div>
  );
}

/** The data as a dataset of its own, opened where somebody leaves; the way back leads to these knobs. */
function linkOf(made: MadeData) {
  const scenario = reactionScenario(made.seed, made.knobs);
  const cell = { row: scenario.start?.row ?? null, join: 0, column: null };
  const route = { ...START, ...compareRow({ rule: "latest" }, cell), knobs: formatKnobs(made) };
  const dataset = { kind: "scenario", packed: pack(scenario), scenario } as const;
  return { scenario, href: `#${formatUrl({ route, dataset, edits: [] })}` };
}

function CopyLink({ href }: { readonly href: string }) {
  const { copied, refused, copy } = useCopy();
  const link = addressOf(href.slice(1));
  return (
    <>
      <Button variant="link" onClick={() => void copy(link)}>
        {copied === link ? "Copied" : "Copy its link"}
      </Button>
      <span role="status" className={styles.status}>
        {refused === link && "This browser does not let the page copy: copy the address of “Open this data”."}
      </span>
    </>
  );
}
