import { useMemo } from "react";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { type EntityColumn, entityTextOf } from "../../../state/serving/entity-columns";
import { formatEntity } from "../../../state/serving/entity-text";
import { firstPage } from "../../../state/serving/online-pages";
import { servingStore } from "../../../state/serving/serving";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { entityOfRow } from "./entity-of-row";
import styles from "./look-up-panel.module.css";

const MOST = 6;

/** The first keys that are online: pressed, they are looked up. */
export function KeySuggestions({
  fgName,
  columns,
}: {
  readonly fgName: string;
  readonly columns: readonly EntityColumn[];
}) {
  const app = useAppHandle();
  const pages = usePart(servingStore, (state) => state.pages);
  const training = useApp((state) => latestData(state.training));
  const suggestions = useMemo(
    () =>
      (firstPage(pages, fgName) ?? [])
        .slice(0, MOST)
        .map((row) => ({ key: row.key, ...entityOfRow(row.values, fgName, columns, training) }))
        .filter(({ isWhole }) => isWhole),
    [pages, fgName, columns, training],
  );
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
