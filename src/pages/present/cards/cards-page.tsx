import { useState } from "react";
import { CARD_COUNT } from "../../../present/cards/card-codes";
import {
  MARKER_SIDES,
  PAPERS,
  type PaperName,
  type PerPage,
  sheetsOf,
} from "../../../present/cards/card-sheet";
import { readingDistanceM } from "../../../present/cards/reading-distance";
import { ALL_PLANS } from "../../../state/route/url";
import { usePageHref } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { TextInput } from "../../../ui/controls/text-input";
import { PageFrame } from "../../../views/frame/page-frame";
import { QrScreen } from "../../../views/qr/qr-screen";
import { CardSheet } from "./card-sheet";
import styles from "./cards-page.module.css";

const PAPER_OPTIONS = (Object.keys(PAPERS) as PaperName[]).map((value) => ({
  value,
  label: PAPERS[value].name,
}));

const PER_PAGE_OPTIONS = [
  { value: "2", label: "two" },
  { value: "1", label: "one" },
] as const;

/** Cards to print, as many as the class has students. */
export function CardsPage() {
  const hrefTo = usePageHref();
  const [typed, setTyped] = useState("30");
  const [paper, setPaper] = useState<PaperName>("a4");
  const [perPage, setPerPage] = useState<PerPage>(2);
  const [hasCode, setHasCode] = useState(false);
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  const isPossible = count >= 1 && count <= CARD_COUNT;
  const sheets = isPossible ? sheetsOf(count, perPage) : [];
  const phoneHref = hrefTo(ALL_PLANS, { screen: "card" });
  const metres = Math.floor(readingDistanceM(MARKER_SIDES[perPage], 1920));
  return (
    <PageFrame status="nothing leaves this browser">
      <div className={styles.page}>
        <div className={styles.about}>
          <h1>Cards to vote with</h1>
          <p className={styles.lead}>
            One card a student. Each holds it up with an answer on top, and this computer’s camera reads it,
            here in the page: nothing is recorded or sent.
          </p>
          <div className={styles.controls}>
            <TextInput
              label="How many cards"
              inputMode="numeric"
              value={typed}
              onChange={setTyped}
              error={!isPossible && `Type a number from 1 to ${CARD_COUNT}: so many cards can be told apart.`}
            />
            <SegmentedChoice
              label="Paper"
              variant="switch"
              options={PAPER_OPTIONS}
              value={paper}
              onChange={setPaper}
            />
            <SegmentedChoice
              label="Cards on a page"
              variant="switch"
              options={PER_PAGE_OPTIONS}
              value={perPage === 1 ? "1" : "2"}
              onChange={(value) => setPerPage(value === "1" ? 1 : 2)}
            />
          </div>
          <p className={styles.help}>
            A camera of 1080p reads these from about {metres} m, one of 4K from twice as far. Print them black
            on white, at 100&nbsp;%.
          </p>
          <Button variant="primary" disabled={!isPossible} onClick={() => window.print()}>
            Print {sheets.length} {sheets.length === 1 ? "page" : "pages"}
          </Button>
          <p className={styles.help}>
            Without a printer: a phone <a href={phoneHref}>shows a card</a>, too.{" "}
            <Button variant="link" onClick={() => setHasCode(true)}>
              QR code of it
            </Button>
          </p>
          <p className={styles.help}>
            <a href={hrefTo(ALL_PLANS)}>All plans</a>
          </p>
        </div>
        <ol className={styles.sheets} aria-label="Pages">
          {sheets.map((cards) => (
            <li key={cards[0]} className={styles.onPaper} data-paper={paper}>
              <CardSheet cards={cards} paper={paper} perPage={perPage} />
            </li>
          ))}
        </ol>
      </div>
      {hasCode && <QrScreen href={phoneHref} onClose={() => setHasCode(false)} />}
    </PageFrame>
  );
}
