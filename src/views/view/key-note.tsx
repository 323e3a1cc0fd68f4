import type { FeatureViewDefinition } from "../../microfs/core";
import { useAppHandle, usePart } from "../../state/use-app";
import { checkOf, findsLittle, keyChecks, mapKeys, mendKeys } from "../../state/view/key-checks";
import { Button } from "../../ui/controls/button";
import { changeWords, littleWords, wouldFind } from "./key-words";
import styles from "./view-stage.module.css";

/** Of a join that finds less than half of the spine's keys: how little, why, and the one change that would mend it. */
export function KeyNote({
  stored,
  number,
}: {
  readonly stored: FeatureViewDefinition;
  readonly number: number;
}) {
  const app = useAppHandle();
  const fgName = stored.joins[number]?.fgName ?? "";
  const check = usePart(keyChecks, (state) => checkOf(state, fgName));
  if (check === null || !findsLittle(check)) return null;
  const { mapping, askedRows } = check;
  const [best] = check.mends;
  const mend = best?.kind === "change" && best.found.rows >= (mapping?.foundRows ?? 0) ? best : undefined;
  return (
    <p className={styles.keyNote} role="status">
      {littleWords(check, mend)}{" "}
      {mend !== undefined && (
        <>
          <Button variant="link" onClick={() => mendKeys(app, check, mend)}>
            {changeWords(mend.change)}
          </Button>{" "}
          and {wouldFind(mend.found.rows, askedRows)}.
        </>
      )}
      {mend === undefined && mapping !== null && (
        <>
          <Button variant="link" onClick={() => void mapKeys(app, stored, number, mapping.pair)}>
            Join {mapping.pair.column} with {mapping.pair.spineColumn}
          </Button>{" "}
          and {wouldFind(mapping.foundRows, askedRows)}.
        </>
      )}
    </p>
  );
}
