import { useEffect } from "react";
import { formatTime } from "../../../microfs/core";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { type EntityColumn, entityTextOf } from "../../../state/serving/entity-columns";
import { formatEntity } from "../../../state/serving/entity-text";
import { WALL_CLOCK } from "../../../state/serving/read-moment";
import { firstPage, servingStore } from "../../../state/serving/serving";
import type { ServingNow } from "../../../state/serving/serving-now";
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
  if (suggestions.length === 0) return <p className={styles.line} />;
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

/**
 * Moments worth asking at: what suits the data, the wall clock, and that of the entity's latest training row, where training
 * and serving should agree.
 */
export function NowSuggestions({
  columns,
  defaultNow,
}: {
  readonly columns: readonly EntityColumn[];
  readonly defaultNow: ServingNow;
}) {
  const app = useAppHandle();
  const now = useApp((state) => state.route.now);
  const latestUs = usePart(servingStore, ({ latestRow }) => latestData(latestRow)?.timeUs ?? null);
  const isRequested = useRequestedEntity(columns) !== null;
  const ask = (text: string | null) => goTo(app, { now: text });
  return (
    <p className={styles.line}>
      <span>Ask at:</span>
      {defaultNow.countedFrom === "end_of_data" && (
        <Button variant="link" disabled={now === null} onClick={() => ask(null)}>
          the end of the data
        </Button>
      )}
      <Button
        variant="link"
        disabled={now === WALL_CLOCK || (now === null && defaultNow.countedFrom === "wall_clock")}
        onClick={() => ask(defaultNow.countedFrom === "wall_clock" ? null : WALL_CLOCK)}
      >
        the wall clock
      </Button>
      {isRequested && latestUs !== null && (
        <Button
          variant="link"
          disabled={now === formatTime(latestUs)}
          onClick={() => ask(formatTime(latestUs))}
        >
          its latest training row, {formatMoment(latestUs, { year: true })}
        </Button>
      )}
    </p>
  );
}
