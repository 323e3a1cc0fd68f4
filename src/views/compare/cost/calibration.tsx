import { lazy, Suspense } from "react";
import type { CalibrationBin, VariantModel } from "../../../compare/model/model-results";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { formatNumber } from "../../../ui/format-number";
import { loadPart } from "../../../worker/missing-part";
import styles from "./calibration.module.css";
import tables from "./cost-tables.module.css";

const CalibrationChart = lazy(async () => ({
  default: (await loadPart(() => import("./calibration-chart"))).CalibrationChart,
}));

/** Whether a model is as sure as it may be: offline, and in production. */
export function Calibration({ calibration: { offline, production } }: Pick<VariantModel, "calibration">) {
  const bins = Array.from({ length: Math.max(offline.length, production.length) }, (_, bin) => bin);
  return (
    <div className={styles.calibration}>
      <Suspense fallback={<LoadingLine>Drawing …</LoadingLine>}>
        <CalibrationChart offline={offline} production={production} />
      </Suspense>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
      <section className={tables.frame} aria-label="Predicted, and came" tabIndex={0}>
        <table className={tables.table}>
          <caption className={tables.caption}>
            Rows of about the same chance together, from the least to the most likely
          </caption>
          <thead>
            <tr>
              <th scope="col" className={tables.name}>
                offline
              </th>
              <th scope="col">came</th>
              <th scope="col">rows</th>
              <th scope="col">in production</th>
              <th scope="col">came</th>
              <th scope="col">rows</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin}>
                <th scope="row" className={tables.name}>
                  {percent(offline[bin]?.predicted)}
                </th>
                <td>{percent(offline[bin]?.observed)}</td>
                <td className={tables.muted}>{rowsOf(offline[bin])}</td>
                <td>{percent(production[bin]?.predicted)}</td>
                <td>{percent(production[bin]?.observed)}</td>
                <td className={tables.muted}>{rowsOf(production[bin])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function rowsOf(bin: CalibrationBin | undefined): string {
  return bin === undefined ? "" : formatNumber(bin.rows);
}

function percent(share: number | undefined): string {
  if (share === undefined) return "";
  return `${formatNumber(100 * share, { decimals: share < 0.1 ? 1 : 0 })} %`;
}
