import { type ReactNode, useRef, useState } from "react";
import { OWN, storeNameOf } from "../../state/document";
import { formatUrl, START } from "../../state/route/url";
import { useApp, useHidden } from "../../state/use-app";
import type { Strip } from "../../timeline/geometry/metrics";
import { useEditedSlice } from "../../timeline/interaction/use-edited-slice";
import { SteppedTimeline } from "../../timeline/stepped-timeline";
import { Button } from "../../ui/controls/button";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { type LinkedStep, linkedStep } from "../../views/take-home/linked-step";
import { useLoaded } from "../../views/take-home/use-loaded";
import styles from "./embed-page.module.css";
import { useFrameRoom } from "./use-frame-room";

/** The one timeline that a link names, alone: for a frame in somebody's own page. It needs no store, worker or storage. */
export function EmbedPage() {
  const route = useApp((state) => state.route);
  const { dataset, edits } = useApp((state) => state.document);
  const message = useApp((state) => state.message);
  const { lesson, part, case: name, row, join, phase, joins, rule } = route;
  const of = JSON.stringify([lesson, part, name, row, join, phase, joins, rule, storeNameOf(dataset)]);
  const loaded = useLoaded(() => linkedStep({ route, dataset, edits }), of);
  if (message?.isError) return <Words>{message.text}</Words>;
  if (loaded.kind === "loading") return <LoadingLine>Opening …</LoadingLine>;
  if (loaded.kind === "failed")
    return <Words>There is nothing to show at this link: {loaded.error.message.replace(/\.$/, "")}.</Words>;
  if (loaded.value === null)
    return <Words>This link carries no data. “Share” in the Lab makes one that does.</Words>;
  return <Embedded key={of} step={loaded.value} />;
}

/** In the lowest frame a lane is all that there is room for. */
const LOWEST: Strip = { laneHeights: "plain", hasAxis: true };

function Embedded({ step }: { readonly step: LinkedStep }) {
  const edited = useEditedSlice(step.slice);
  const { slice, settled, onEdit, onEditCancel } = edited;
  const [at, setAt] = useState(step.at);
  const isHidden = useHidden();
  const frame = useRef<HTMLElement>(null);
  const { room, height } = useFrameRoom(frame);
  const canEdit = step.isMovable && !isHidden("edits");
  return (
    <main ref={frame} className={styles.embed} data-height={height}>
      <h1 className="visually-hidden">{step.title}</h1>
      <SteppedTimeline
        slice={slice}
        isSettled={slice === settled}
        coordinate={at}
        onCoordinate={setAt}
        hasSentence={!isHidden("sentence")}
        hasSteps={!isHidden("player")}
        showMinimap={false}
        numbersRows={false}
        isCompact={height !== "regular"}
        {...(height === "lowest" ? { strip: LOWEST, textScale: 0.9 } : room && { room })}
        {...(canEdit && { onEdit, onEditCancel })}
      />
      <p className={styles.foot}>
        {edited.changes > 0 && (
          <Button variant="link" onClick={edited.reset}>
            Start over
          </Button>
        )}
        <OpenInApp step={{ ...step, at }} edits={edited.edits} />
      </p>
    </main>
  );
}

/** The same step in the app itself, in a tab of its own. */
function OpenInApp({ step, edits }: { readonly step: LinkedStep; readonly edits: LinkedStep["edits"] }) {
  const route = useApp((state) => state.route);
  const { dataset } = useApp((state) => state.document);
  const { spineRow, join, phase, together } = step.at;
  const url = formatUrl({
    route: {
      ...route,
      embed: false,
      hide: [],
      // A lesson is opened at its part, which knows the step.
      ...(route.lesson === null && {
        row: spineRow,
        join,
        phase,
        joins: together ? "together" : "one-by-one",
      }),
    },
    dataset,
    edits: route.lesson === null && route.case === null ? [...step.edits, ...edits] : [],
  });
  return (
    <a className={styles.open} href={`#${url}`} target="_blank" rel="noopener">
      Open in microFS
    </a>
  );
}

function Words({ children }: { readonly children: ReactNode }) {
  const { page, stage } = useApp((state) => state.route);
  return (
    <main className={styles.words}>
      <h1 className="visually-hidden">microFS</h1>
      <p>{children}</p>
      <p className={styles.foot}>
        {/* What the link says is not to be had: the app opens at its page, as it opens for anybody. */}
        <a
          className={styles.open}
          href={`#${formatUrl({ route: { ...START, page, stage }, dataset: OWN, edits: [] })}`}
          target="_blank"
          rel="noopener"
        >
          Open in microFS
        </a>
      </p>
    </main>
  );
}
