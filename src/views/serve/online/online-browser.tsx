import { useState } from "react";
import { showMessage } from "../../../state/app";
import { onlineChanged } from "../../../state/connection";
import { storeNameOf } from "../../../state/document";
import { latestData, toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { clearOnline } from "../../../state/serving/materializing";
import { servingStore } from "../../../state/serving/serving";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/feedback/notice";
import { countOf } from "../../../ui/format-number";
import type { GroupSummary, ViewSummary } from "../../../worker/results";
import styles from "./online-browser.module.css";
import { OnlineTable } from "./online-table";

export interface OnlineBrowserProps {
  readonly view: ViewSummary;
  readonly groups: readonly GroupSummary[];
  readonly names: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The online store as it lies in IndexedDB, one group at a time. */
export function OnlineBrowser({ view, groups, names, counts }: OnlineBrowserProps) {
  const app = useAppHandle();
  const chosen = useApp((state) => state.route.group);
  const storeName = useApp((state) => storeNameOf(state.document.dataset));
  const fgName = shownGroup(chosen, names, counts);
  const group = groups.find(({ definition }) => definition.name === fgName);
  const error = usePart(servingStore, (state) => state.pagesError);
  const isServable = usePart(servingStore, ({ problem }) => latestData(problem) === null);
  const total = counts.get(fgName) ?? 0;
  return (
    <section className={styles.browser} aria-labelledby="online-heading">
      <h2 id="online-heading">
        IndexedDB · {storeName} / online / {fgName}
      </h2>
      {names.length > 1 && (
        <SegmentedChoice
          label="Feature group"
          labelPlace="unseen"
          options={names.map((name) => ({ value: name, label: name }))}
          value={fgName}
          onChange={(name) => goTo(app, { group: name }, "replace")}
        />
      )}
      {error !== null && (
        <Notice
          kind="error"
          title="These rows could not be read."
          actions={<Button onClick={() => onlineChanged(app)}>Try again</Button>}
        >
          {error.message}
        </Notice>
      )}
      {group && (
        <OnlineTable
          key={fgName}
          view={view}
          groups={groups}
          group={group}
          total={total}
          isServable={isServable}
        />
      )}
      <p className={styles.foot}>
        <span>
          {countOf(total, "key")}
          {total > 0 && (
            <span className={styles.muted}>
              , one record each.{isServable && " Press one to look it up."}
            </span>
          )}
        </span>
        {total > 0 && <ClearOnline fgName={fgName} total={total} />}
      </p>
    </section>
  );
}

/** The group that is looked at: the chosen one, else the first that has keys; a joined one before the label's own. */
export function shownGroup(
  chosen: string | null,
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
): string {
  if (chosen !== null && names.includes(chosen)) return chosen;
  const [own = "", ...joined] = names;
  return [...joined, own].find((name) => (counts.get(name) ?? 0) > 0) ?? joined[0] ?? own;
}

/** Takes a group's rows out of the online store, once it was confirmed. */
function ClearOnline({ fgName, total }: { readonly fgName: string; readonly total: number }) {
  const app = useAppHandle();
  const [isConfirming, setConfirming] = useState(false);
  const clear = () => {
    setConfirming(false);
    clearOnline(app, fgName).catch((error) =>
      showMessage(app, { text: `Nothing was cleared. ${toError(error).message}`, isError: true }),
    );
  };
  return (
    <>
      <Button variant="link" onClick={() => setConfirming(true)}>
        Clear {fgName} …
      </Button>
      <Dialog
        open={isConfirming}
        onClose={() => setConfirming(false)}
        title={`Clear ${fgName} online?`}
        actions={
          <>
            <Button variant="primary" onClick={clear}>
              Clear {countOf(total, "key")}
            </Button>
            <Button onClick={() => setConfirming(false)}>Keep them</Button>
          </>
        }
      >
        A model that asks is then served nothing from {fgName}. Its history in the offline store stays as it
        is, and materializing writes the latest rows again.
      </Dialog>
    </>
  );
}
