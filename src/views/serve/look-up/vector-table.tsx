import type { ReactNode } from "react";
import type { CellValue, ColumnType } from "../../../microfs/core";
import { showMessage } from "../../../state/app";
import { toError } from "../../../state/query";
import { START } from "../../../state/route/url";
import { isMaterializing, materializing, rewind } from "../../../state/serving/materializing";
import { useApp, useAppHandle, useHref, usePart } from "../../../state/use-app";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { columnFormat, exactValue } from "../../../timeline/words/format-value";
import { classNames } from "../../../ui/class-names";
import { Button } from "../../../ui/controls/button";
import { GlossaryTerm } from "../../terms/glossary-term";
import type { VectorFeature, VectorSource } from "./served-vector";
import type { ComparedVector } from "./use-look-up";
import styles from "./vector-table.module.css";
import { expiryWords } from "./why-differ";

export interface VectorTableProps {
  readonly comparison: ComparedVector;
  /** Whether it is about to be another. */
  readonly isLookingUp: boolean;
  /** The groups that the view is served from. */
  readonly names: readonly string[];
  /** What went wrong, in the room under the table. */
  readonly children?: ReactNode;
}

/**
 * What a model is served, feature by feature, beside the latest training row, and why the two differ. Its rows and the room
 * for what is said of them are there before anything was looked up, so that nothing moves when it comes.
 */
export function VectorTable({ comparison, isLookingUp, names, children }: VectorTableProps) {
  const { sources, lookedUp, trained, isTrainingThere } = comparison;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-busy={isLookingUp}>
        <caption className={styles.unseen}>The served vector beside the latest training row</caption>
        <thead>
          <tr>
            <th scope="col">feature</th>
            <th scope="col" className={styles.number}>
              served
            </th>
            <th scope="col" className={styles.number}>
              <GlossaryTerm of="training row">training row</GlossaryTerm>
              <span className={styles.note}>
                <TrainedAt comparison={comparison} />
              </span>
            </th>
            <th scope="col" className={styles.why}>
              why they differ
            </th>
          </tr>
        </thead>
        {sources.map((source, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a view may join one group twice; its place is what tells the two apart
          <tbody key={i}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={styles.source}>
                {source.fgName}
                <span className={styles.status}>
                  <Status
                    source={source}
                    nowUs={lookedUp?.nowUs ?? 0n}
                    moment={comparison.moment}
                    isLookingUp={isLookingUp}
                  />
                </span>
              </th>
            </tr>
            {source.features.map((feature) => (
              <FeatureRow key={feature.name} feature={feature} />
            ))}
          </tbody>
        ))}
      </table>
      <div className={styles.foot}>
        {children}
        {lookedUp === null && !isLookingUp && (
          <p>
            Training asks what was known at a row’s moment; a model at work asks what is known now. Look an
            entity up to see both, and why they differ.
          </p>
        )}
        {lookedUp !== null && sources.some(({ status }) => status === "future") && (
          <RewindNote names={names} nowUs={lookedUp.nowUs} moment={comparison.moment} />
        )}
        {isTrainingThere && trained === null && (
          <p>No training row of this entity lies at or before that moment.</p>
        )}
        <p>{expiryWords(expiredSince(sources))}</p>
      </div>
    </div>
  );
}

/** The groups of which training had a value, and a model is served none because it has expired. */
function expiredSince(sources: readonly VectorSource[]): string[] {
  return sources
    .filter(({ status, features }) => status === "expired" && features.some(({ why }) => why !== null))
    .map(({ fgName }) => fgName);
}

function TrainedAt({
  comparison: { lookedUp, trained, isTrainingThere, moment },
}: {
  readonly comparison: ComparedVector;
}) {
  const hrefTo = useHref();
  const view = useApp((state) => state.route.view);
  if (lookedUp === null) return "its latest by then";
  if (!isTrainingThere) return "being made …";
  if (trained === null) return "none by then";
  return (
    <a href={hrefTo({ stage: "train", view, row: trained.spineRow }, START)}>{moment(trained.timeUs)}</a>
  );
}

interface StatusProps {
  readonly source: VectorSource;
  readonly nowUs: bigint;
  readonly moment: ComparedVector["moment"];
  readonly isLookingUp: boolean;
}

function Status({ source, nowUs, moment, isLookingUp }: StatusProps) {
  const { status, eventTimeUs } = source;
  const at = eventTimeUs === null ? "" : moment(eventTimeUs);
  const ageUs = eventTimeUs === null ? 0n : nowUs - eventTimeUs;
  switch (status) {
    case null:
      return isLookingUp ? "being looked up …" : "";
    case "not_asked":
      return "not asked for: its key was not given";
    case "found":
      return (
        <>
          <VerdictGlyph state="chosen" /> found: {at},{" "}
          {ageUs === 0n ? "this very moment" : `${roughDuration(ageUs)} old`}
        </>
      );
    case "not_found":
      return "no row online";
    case "expired":
      return (
        <>
          <VerdictGlyph state="expired" /> expired: {at}, {roughDuration(ageUs)} old
        </>
      );
    case "future":
      return (
        <>
          <VerdictGlyph state="future" /> from after now: {at}, in {roughDuration(ageUs)}
        </>
      );
  }
}

function FeatureRow({ feature }: { readonly feature: VectorFeature }) {
  const { name, type, served, trained, isLabel, isLeak, why } = feature;
  const format = columnFormat({ name, type, values: [served ?? null, trained ?? null] }, { year: true });
  return (
    <tr>
      <th scope="row" className={styles.feature}>
        {name}
      </th>
      {isLabel ? (
        <td className={classNames(styles.number, styles.faint)}>not served</td>
      ) : (
        <Value value={served} type={type} format={format} />
      )}
      <Value value={trained} type={type} format={format} isLeak={isLeak} isStrong={why !== null} />
      <td className={styles.why}>{isLabel ? "the label: what is to be predicted" : (why ?? "–")}</td>
    </tr>
  );
}

interface ValueProps {
  readonly value: CellValue | undefined;
  readonly type: ColumnType;
  readonly format: (value: CellValue) => string;
  readonly isLeak?: boolean;
  readonly isStrong?: boolean;
}

function Value({ value, type, format, isLeak, isStrong }: ValueProps) {
  const className = classNames(
    styles.number,
    type === "timestamp" && value != null && styles.time,
    value == null && styles.faint,
    isStrong && value != null && styles.strong,
    isLeak && styles.leak,
  );
  if (value === undefined) return <td className={className}>–</td>;
  return (
    <td className={className} title={exactValue(value, type)}>
      {format(value)}
    </td>
  );
}

interface RewindNoteProps {
  readonly names: readonly string[];
  readonly nowUs: bigint;
  readonly moment: (us: bigint) => string;
}

/** Where the online store is ahead of the moment that is asked about: why, and how to see it as it stood then. */
function RewindNote({ names, nowUs, moment }: RewindNoteProps) {
  const app = useAppHandle();
  const isBusy = usePart(materializing, isMaterializing);
  const start = () => {
    rewind(app, names, nowUs).catch((error) =>
      showMessage(app, {
        text: `The online store could not be rewound. ${toError(error).message}`,
        isError: true,
      }),
    );
  };
  return (
    <p>
      The online store keeps only the latest row, so it has forgotten what it would have served on{" "}
      {moment(nowUs)}.{" "}
      <Button variant="link" disabled={isBusy} onClick={start}>
        Clear it and materialize as of then
      </Button>
    </p>
  );
}
