import { formatTime } from "../../../microfs";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import type { EntityColumn } from "../../../state/serving/entity-columns";
import { servingStore } from "../../../state/serving/serving";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import { Button } from "../../../ui/controls/button";
import styles from "./look-up-panel.module.css";
import { useAskedEntity } from "./use-asked-entity";

/** Moments worth asking at: that of the entity's latest training row, where training and serving should agree; and the wall clock. */
export function NowSuggestions({ columns }: { readonly columns: readonly EntityColumn[] }) {
  const app = useAppHandle();
  const now = useApp((state) => state.route.now);
  const latestUs = usePart(servingStore, ({ latestRow }) => latestData(latestRow)?.timeUs ?? null);
  const asked = useAskedEntity(columns);
  if (asked === null || (latestUs === null && now === null)) return null;
  return (
    <p className={styles.line}>
      <span>Ask at:</span>
      {latestUs !== null && (
        <Button
          variant="link"
          disabled={now === formatTime(latestUs)}
          onClick={() => goTo(app, { now: formatTime(latestUs) })}
        >
          its latest training row, {formatMoment(latestUs, { year: true })}
        </Button>
      )}
      <Button variant="link" disabled={now === null} onClick={() => goTo(app, { now: null })}>
        the wall clock
      </Button>
    </p>
  );
}
