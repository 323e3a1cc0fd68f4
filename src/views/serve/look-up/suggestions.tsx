import { useEffect } from "react";
import { formatTime } from "../../../microfs/core";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { type EntityColumn, entityTextOf } from "../../../state/serving/entity-columns";
import { formatEntity } from "../../../state/serving/entity-text";
import { firstPage, servingStore } from "../../../state/serving/serving";
import { suggestEntities } from "../../../state/serving/serving-queries";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import { Button } from "../../../ui/controls/button";
import styles from "./look-up-panel.module.css";
import { useRequestedEntity } from "./use-look-up";

/** The first keys that are online: pressed, they are looked up. */
export function KeySuggestions({
  fgName,
  columns,
}: {
  readonly fgName: string;
  readonly columns: readonly EntityColumn[];
}) {
  const app = useAppHandle();
  const rows = usePart(servingStore, ({ pages }) => firstPage(pages, fgName));
  const revision = useApp((state) => state.revision);
  const suggested = usePart(servingStore, (state) => state.suggested);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, or other training rows, are other suggestions
  useEffect(() => suggestEntities(app, fgName), [app, fgName, columns, rows, revision]);
  const isOfGroup = suggested.status !== "idle" && suggested.key.fgName === fgName;
  const suggestions = (isOfGroup && rows !== null && latestData(suggested)) || [];
  if (suggestions.length === 0) return null;
  return (
    <p className={styles.line}>
      <span>Keys in {fgName}:</span>
      {suggestions.map(({ key, values }) => (
        <Button
          key={key}
          variant="link"
          aria-label={`Look up ${key}`}
          onClick={() => goTo(app, { entity: formatEntity(entityTextOf(columns, values)) })}
        >
          {key}
        </Button>
      ))}
    </p>
  );
}

/** Moments worth asking at: that of the entity's latest training row, where training and serving should agree; and the wall clock. */
export function NowSuggestions({ columns }: { readonly columns: readonly EntityColumn[] }) {
  const app = useAppHandle();
  const now = useApp((state) => state.route.now);
  const latestUs = usePart(servingStore, ({ latestRow }) => latestData(latestRow)?.timeUs ?? null);
  const requested = useRequestedEntity(columns);
  if (requested === null || (latestUs === null && now === null)) return null;
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
