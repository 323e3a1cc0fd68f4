import { lazy, Suspense, useState } from "react";
import { TTL_DAYS } from "../../ladder/rule";
import { ladderStore } from "../../state/ladder/ladder-store";
import { type LadderWork, workIn } from "../../state/ladder/ladder-work";
import { goTo } from "../../state/route/go-to";
import { RUNGS, type Rung } from "../../state/route/route";
import { useApp, useAppHandle, useHref, usePart } from "../../state/use-app";
import { LANGUAGE_WORDS, LANGUAGES, type Language } from "../../terms/languages";
import { Button, ButtonLink } from "../../ui/controls/button";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import { FocusArrival } from "../../ui/focus-arrival";
import { NavLinks } from "../../ui/nav-links";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { loadPart } from "../../worker/missing-part";
import { FillRung } from "./fill/fill-rung";
import styles from "./ladder-page.module.css";
import { OrderRung } from "./order/order-rung";
import { isRungOpen } from "./rung-doors";

const WriteRung = lazy(async () => ({
  default: (await loadPart(() => import("./write/write-rung"))).WriteRung,
}));

const RUNG_WORDS: Readonly<Record<Rung, string>> = {
  order: "Order the lines",
  fill: "Fill the blanks",
  write: "Write it",
};

/** Where a reader comes to write the join, in three rungs and in the language of their work. */
export function LadderPage() {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const { work, isKept } = usePart(ladderStore, (state) => state);
  /** Rungs that stay open for this visit: the reader has asked for them before they were open, or was there. */
  const [asked, setAsked] = useState<readonly Rung[]>([]);
  const { language, rung } = route;
  const isOpen = isRungOpen(rung, work) || asked.includes(rung);
  // Or to start over would shut the door behind the reader.
  if (isOpen && !asked.includes(rung)) setAsked([...asked, rung]);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <FocusArrival of={`${language} ${rung} ${isOpen}`}>
        <div className={styles.page}>
          <header className={styles.head}>
            <h1>Write the join yourself</h1>
            <SegmentedChoice
              label="Language"
              labelPlace="unseen"
              variant="switch"
              options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_WORDS[value] }))}
              value={language}
              onChange={(chosen) => goTo(app, { language: chosen })}
            />
          </header>
          <div className={styles.rungs}>
            <NavLinks
              label="Rungs"
              links={RUNGS.map((id, i) => ({
                id,
                label: <RungLabel number={i + 1} rung={id} language={language} work={work} />,
                href: hrefTo({ rung: id }, route),
                current: id === rung,
              }))}
            />
          </div>
          {!isKept && (
            <Notice kind="info">This browser keeps nothing: your programs are gone when you leave.</Notice>
          )}
          {isOpen && rung !== "write" && <Task />}
          {isOpen ? (
            <Suspense fallback={<LoadingLine>Opening …</LoadingLine>}>
              {rung === "order" && <OrderRung key={language} language={language} />}
              {rung === "write" && <WriteRung key={language} language={language} />}
              {rung === "fill" && <FillRung key={language} language={language} />}
            </Suspense>
          ) : (
            <Door rung={rung} onGoOn={() => setAsked([...asked, rung])} />
          )}
        </div>
      </FocusArrival>
    </PageFrame>
  );
}

/** What the program of the first two rungs must do. */
function Task() {
  return (
    <p className={styles.task}>
      For each prediction about a user, take that user’s last payment that had happened and was known by then,
      if it is at most {TTL_DAYS} days old; of two at one moment, the last entered. In the tests, day 0 is 31
      October.
    </p>
  );
}

interface RungLabelProps {
  readonly number: number;
  readonly rung: Rung;
  readonly language: Language;
  readonly work: LadderWork;
}

function RungLabel({ number, rung, language, work }: RungLabelProps) {
  const isSolved = workIn(work, language).solved.includes(rung);
  return (
    <>
      {number} {RUNG_WORDS[rung]}
      {isSolved && (
        <span className={styles.solved}>
          <span aria-hidden> ✓</span>
          <span className="visually-hidden">, solved</span>
        </span>
      )}
    </>
  );
}

/** What stands in the place of a rung that is not open yet: why, and both ways on. */
function Door({ rung, onGoOn }: { readonly rung: Rung; readonly onGoOn: () => void }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const at = RUNGS.indexOf(rung);
  const before = RUNGS[at - 1] ?? "order";
  return (
    <section className={styles.door}>
      <h2 className={styles.doorHeadline} data-arrival>
        “{RUNG_WORDS[rung]}” comes after “{RUNG_WORDS[before]}”.
      </h2>
      <p>It opens by itself when all tests agree there, in any of the three languages.</p>
      <div className={styles.ways}>
        <ButtonLink variant="primary" href={hrefTo({ rung: before }, route)}>
          To rung {at}
        </ButtonLink>
        <Button onClick={onGoOn}>Go on without it</Button>
      </div>
    </section>
  );
}
