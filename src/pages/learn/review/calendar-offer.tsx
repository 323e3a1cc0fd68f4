import { useState } from "react";
import { type CalendarEntry, calendarEntries, entrySize } from "../../../learn/calendar/calendar-entries";
import type { LessonName } from "../../../learn/lesson-names";
import { sureAndWrong } from "../../../learn/review";
import { say, WORDS } from "../../../learn/words";
import { showMessage } from "../../../state/app";
import { saveFile } from "../../../state/export";
import { learnStore } from "../../../state/learn/progress-store";
import { toError } from "../../../state/query";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { usePublicAddress } from "../../../views/qr/qr-code";
import { reachOf } from "../../../views/qr/reach";
import { REVIEW_PART } from "../lesson/lesson-review";
import { dayInWords, startOfDay } from "../list/day-in-words";
import { useLearnHref } from "../use-learn-href";
import styles from "./calendar-offer.module.css";

/** Offers a calendar file with the times at which something comes back that was certain and wrong; nothing where nothing does. */
export function CalendarOffer() {
  const progress = usePart(learnStore, (state) => state.progress);
  const [openedMs, setOpened] = useState<number | null>(null);
  const [mountedMs] = useState(Date.now);
  const entries = calendarEntries(progress, openedMs ?? mountedMs, startOfDay);
  if (entries.length === 0) return null;
  return (
    <>
      <Button variant="link" onClick={() => setOpened(Date.now())}>
        {WORDS.calendar.offer}
      </Button>
      <Dialog open={openedMs !== null} onClose={() => setOpened(null)} title={WORDS.calendar.dialogTitle}>
        <Offer entries={entries} onSaved={() => setOpened(null)} />
      </Dialog>
    </>
  );
}

interface OfferProps {
  readonly entries: readonly CalendarEntry[];
  readonly onSaved: () => void;
}

/** What the file holds, and what its link needs, before it is saved. */
function Offer({ entries, onSaved }: OfferProps) {
  const app = useAppHandle();
  const hrefTo = useLearnHref();
  const here = hrefTo({ lesson: null, part: REVIEW_PART, theme: null, size: null });
  const link = usePublicAddress(here);
  const note = noteOf(link, new URL(here, window.location.href).href);
  const save = async () => {
    try {
      const { writeCalendar } = await import("../../../learn/calendar/write-calendar");
      const text = writeCalendar(entries, { link, note }, Date.now());
      saveFile(new Blob([text], { type: "text/calendar" }), WORDS.calendar.fileName);
    } catch (thrown) {
      showMessage(app, { text: toError(thrown).message, isError: true });
    }
    onSaved();
  };
  return (
    <div className={styles.offer}>
      <p>{WORDS.calendar.dialogLead}</p>
      <ul className={styles.times}>
        {entries.map((entry) => (
          <li key={entry.startMs}>
            {say(entrySize(entry) === 1 ? WORDS.calendar.entryOne : WORDS.calendar.entry, {
              time: TIME.format(entry.startMs),
              count: entrySize(entry),
            })}
          </li>
        ))}
      </ul>
      <p>
        {WORDS.calendar.link}: <span className={styles.link}>{link}</span>
      </p>
      <p>{note ?? WORDS.calendar.here}</p>
      <Button variant="primary" onClick={() => void save()}>
        {WORDS.calendar.save}
      </Button>
    </div>
  );
}

const TIME = new Intl.DateTimeFormat(WORDS.list.locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** What a link needs that does not open where the learner is; `null` where it does. */
function noteOf(link: string, here: string): string | null {
  if (link !== here) return WORDS.calendar.published;
  const reach = reachOf(link);
  return reach === "file"
    ? WORDS.calendar.file
    : reach === "this_machine"
      ? WORDS.calendar.thisMachine
      : null;
}

/** When what was certain and wrong in a lesson comes back by itself, and a calendar file for it; nothing where nothing was. */
export function Returns({ lesson }: { readonly lesson: LessonName }) {
  const progress = usePart(learnStore, (state) => state.progress);
  const [nowMs] = useState(Date.now);
  const due = sureAndWrong(progress).filter((one) => one.lesson === lesson);
  const [first] = due;
  if (first === undefined) return null;
  const opensNext = due.some(({ comesBack }) => comesBack !== "later");
  return (
    <p>
      {say(opensNext ? WORDS.calendar.opensNext : WORDS.calendar.comesBack, {
        days: daysWords(due.map(({ dueMs }) => dayInWords(dueMs, nowMs))),
      })}{" "}
      <CalendarOffer />
    </p>
  );
}

function daysWords(days: readonly string[]): string {
  const different = [...new Set(days)];
  const [last = ""] = different.slice(-1);
  return different.length < 2
    ? last
    : say(WORDS.calendar.and, { first: different.slice(0, -1).join(", "), last });
}
