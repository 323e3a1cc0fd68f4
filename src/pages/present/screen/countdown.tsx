import { useEffect, useState } from "react";
import { timerText } from "../../../present/session/timer";

const TICK_MS = 1000;

/** How long there still is, from when it came on the screen; it stops at nothing. */
export function Countdown({ minutes }: { readonly minutes: number }) {
  const [end] = useState(() => Date.now() + minutes * 60_000);
  const [now, setNow] = useState(() => Date.now());
  const isOver = now >= end;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  // Whole seconds, so that it begins with all of them.
  const leftMs = Math.ceil(Math.max(0, end - now) / TICK_MS) * TICK_MS;
  return <span role="timer">{timerText(leftMs)}</span>;
}
