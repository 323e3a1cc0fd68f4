import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { editedCurrentView, groupNamed } from "../../state/edit-view";
import { goTo } from "../../state/route/go-to";
import { START } from "../../state/route/url";
import { currentView } from "../../state/training-queries";
import { useApp, useAppHandle, useHref, usePart, useSelector } from "../../state/use-app";
import { followKeyChecks } from "../../state/view/key-checks";
import { viewChanges } from "../../state/view/view-changes";
import { Button } from "../../ui/controls/button";
import { Dialog } from "../../ui/dialog";
import { EmptyState } from "../../ui/feedback/empty-state";
import { useKeptFocus } from "../../ui/keys/use-kept-focus";
import { Sentence } from "../../ui/sentence";
import type { GroupSummary, StoreOverview, ViewSummary } from "../../worker/results";
import { GlossaryTerm } from "../terms/glossary-term";
import { JoinEditor } from "./join-editor";
import { OtherGroups } from "./other-groups";
import { FirstSpine, SpineChoice } from "./spine-choice";
import { ViewBar } from "./view-bar";
import styles from "./view-stage.module.css";
import { viewSentence } from "./view-words";

/** The View stage: the rows to predict for, and which features each may know. Every choice counts at once. */
export function ViewStage() {
  const stage = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const isWaiting = usePart(viewChanges, ({ waiting }) => waiting > 0);
  const app = useAppHandle();
  useEffect(() => followKeyChecks(app), [app]);
  return (
    <KeptFocus stage={stage} bar={bar}>
      <div ref={stage} className={styles.stage} aria-busy={isWaiting}>
        <ViewOrInvitation bar={bar} />
      </div>
    </KeptFocus>
  );
}

/** Whatever is taken away or switched off by a change leaves the focus in the bar, where the change can be taken back. */
function KeptFocus({
  stage,
  bar,
  children,
}: {
  readonly stage: RefObject<HTMLElement | null>;
  readonly bar: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  // Rendered with everything that a change can take away.
  useApp((state) => state.overview);
  useApp((state) => state.document);
  usePart(viewChanges, (changes) => changes);
  useKeptFocus(stage, bar);
  return children;
}

function ViewOrInvitation({ bar }: { readonly bar: RefObject<HTMLDivElement | null> }) {
  const hrefTo = useHref();
  const overview = useApp((state) => state.overview);
  const stored = useApp(currentView);
  const view = useSelector(editedCurrentView);
  if (overview === null) return null;
  if (overview.groups.length === 0) {
    return (
      <EmptyState
        size="page"
        headline="A view needs data first."
        actions={<a href={hrefTo(START, START)}>Bring a file, or start from a sample</a>}
      />
    );
  }
  const spine = view === null ? null : groupNamed(overview, view.definition.labelFg);
  if (view === null || stored === null || spine === null) {
    return (
      <>
        <ViewBar bar={bar} />
        <EmptyState
          size="page"
          headline="Which rows do you want to predict for?"
          actions={<FirstSpine overview={overview} />}
        >
          Each row of that group is one question: an <GlossaryTerm of="entity">entity</GlossaryTerm>, and the{" "}
          <GlossaryTerm of="moment of the prediction">moment of the prediction</GlossaryTerm>. The other
          groups bring what was known at that moment.
        </EmptyState>
      </>
    );
  }
  return <OpenView overview={overview} view={view} stored={stored} spine={spine} bar={bar} />;
}

interface OpenViewProps {
  readonly overview: StoreOverview;
  /** With the edits of its rules. */
  readonly view: ViewSummary;
  /** Without: what another choice is made on top of. */
  readonly stored: ViewSummary;
  readonly spine: GroupSummary;
  readonly bar: RefObject<HTMLDivElement | null>;
}

function OpenView({ overview, view, stored, spine, bar }: OpenViewProps) {
  const app = useAppHandle();
  const [isStarting, setStarting] = useState(false);
  const { definition } = view;
  const joined = new Set(definition.joins.map((join) => join.fgName));
  const others = overview.groups.filter((group) => group !== spine && !joined.has(group.definition.name));
  const hasClocks = overview.groups.some(
    (group) => joined.has(group.definition.name) && group.definition.createdTime != null,
  );
  return (
    <>
      <div className={styles.said}>
        <Sentence
          size="large"
          as="h1"
          lines={Math.max(2, definition.joins.length)}
          linesNarrow={2 + 2 * definition.joins.length}
        >
          {viewSentence(view, overview)}
        </Sentence>
      </div>
      <ViewBar bar={bar} />
      <div className={styles.columns}>
        <SpineChoice overview={overview} view={stored} spine={spine} onNewView={() => setStarting(true)} />
        <div className={styles.joins} data-clocks={hasClocks || undefined}>
          {definition.joins.map((join, number) => {
            const group = groupNamed(overview, join.fgName);
            const rule = view.rules[number];
            if (group === null || rule === undefined) return null;
            return (
              <JoinEditor
                key={`${join.fgName} ${JSON.stringify(join.on)}`}
                view={definition}
                stored={stored.definition}
                number={number}
                rule={rule}
                spine={spine}
                group={group}
              />
            );
          })}
          <OtherGroups spine={spine} others={others} view={stored} />
        </div>
      </div>
      <RowItWrites view={view} />
      <p>
        <Button variant="primary" onClick={() => goTo(app, { stage: "train", view: definition.name })}>
          Watch it being made
        </Button>
      </p>
      <Dialog
        open={isStarting}
        onClose={() => setStarting(false)}
        title="Which rows do you want to predict for?"
        width="wide"
      >
        <FirstSpine overview={overview} onDone={() => setStarting(false)} />
      </Dialog>
    </>
  );
}

/** The columns of the training table, each with where it comes from. */
function RowItWrites({ view }: { readonly view: ViewSummary }) {
  const source = (join: number) =>
    join < 0 ? view.definition.labelFg : (view.definition.joins[join]?.fgName ?? "");
  return (
    <>
      <h2 id="row-it-writes" className={styles.tableHeading}>
        The row it writes
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className={styles.tableFrame} tabIndex={0} aria-labelledby="row-it-writes">
        <table className={styles.table}>
          <thead>
            <tr>
              {view.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {view.columns.map(({ name, join, column }) => (
                <td key={name}>
                  {join < 0 && view.label.includes(column) ? "label" : `from ${source(join)}`}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}
