import { useEffect, useState } from "react";
import { LETTERS, type Letter } from "../../../present/answers";
import { CARD_COUNT, MARKER_CELLS } from "../../../present/cards/card-codes";
import { markerPath } from "../../../present/cards/marker-path";
import { keepText, keptText } from "../../../state/kept-text";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import styles from "./phone-card.module.css";

const KEPT = "microfs.card";

/** A card on the screen of a phone: as bright as it is white, for who has none of paper. */
export function PhoneCard() {
  const card = useApp((state) => state.route.card);
  return card !== null && card <= CARD_COUNT ? <ShownCard card={card} /> : <ChooseCard />;
}

function ChooseCard() {
  const app = useAppHandle();
  const [typed, setTyped] = useState(() => keptText(KEPT) ?? "");
  const [isWrong, setWrong] = useState(false);
  const show = () => {
    const card = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
    if (card < 1 || card > CARD_COUNT) return setWrong(true);
    keepText(KEPT, String(card));
    goTo(app, { card });
  };
  return (
    <main className={styles.choose}>
      <h1>A card to vote with</h1>
      <p>No two students may have the same number: take the one that you were given.</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <TextInput
          label="Your number"
          inputMode="numeric"
          value={typed}
          error={isWrong && `Type a number from 1 to ${CARD_COUNT}.`}
          onChange={(text) => {
            setTyped(text);
            setWrong(false);
          }}
        />
        <Button variant="primary" type="submit">
          Show my card
        </Button>
      </form>
    </main>
  );
}

/**
 * Nothing is shown before an answer was tapped, so that no camera reads one that nobody gave. A browser that turns its page with
 * the phone keeps what is up, so the marker says the same; where the page is locked, it must be held upright.
 */
function ShownCard({ card }: { readonly card: number }) {
  const app = useAppHandle();
  const [letter, setLetter] = useState<Letter | null>(null);
  useAwake();
  return (
    <main className={styles.card}>
      <h1 className={styles.unseen}>Card {card}</h1>
      <div className={styles.place}>
        {letter === null ? (
          <p className={styles.wait}>
            Tap your answer, then hold the phone up: upright, its screen to the front.
          </p>
        ) : (
          <svg
            className={styles.marker}
            viewBox={`-1 -1 ${MARKER_CELLS + 2} ${MARKER_CELLS + 2}`}
            role="img"
            aria-label={`Card ${card} says ${letter}`}
          >
            <path
              className={styles.black}
              fillRule="evenodd"
              transform={`rotate(${-90 * LETTERS.indexOf(letter)} ${MARKER_CELLS / 2} ${MARKER_CELLS / 2})`}
              d={markerPath(card)}
            />
          </svg>
        )}
      </div>
      <div className={styles.foot}>
        <div className={styles.letters}>
          {LETTERS.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.letter}
              aria-pressed={letter === one}
              onClick={() => setLetter(letter === one ? null : one)}
            >
              {one}
            </button>
          ))}
        </div>
        <p className={styles.number}>
          card <b>{card}</b>
          <button type="button" className={styles.change} onClick={() => goTo(app, { card: null })}>
            Change
          </button>
        </p>
      </div>
    </main>
  );
}

/** Keeps the screen on while a part of the page is shown, where the browser can. */
function useAwake(): void {
  useEffect(() => {
    let isOver = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const given = await navigator.wakeLock.request("screen");
      if (isOver) await given.release();
      else lock = given;
    };
    // A battery that is low refuses it: then the screen goes dark as ever. It ends when the page is hidden.
    const again = () => void ask().catch(() => undefined);
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}
