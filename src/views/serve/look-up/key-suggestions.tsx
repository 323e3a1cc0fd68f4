import { useEffect } from "react";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { type EntityColumn, entityTextOf } from "../../../state/serving/entity-columns";
import { formatEntity } from "../../../state/serving/entity-text";
import { firstPage } from "../../../state/serving/online-pages";
import { servingStore } from "../../../state/serving/serving";
import { suggestEntities } from "../../../state/serving/serving-queries";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import styles from "./look-up-panel.module.css";

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
