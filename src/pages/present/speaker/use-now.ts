import { useEffect, useState } from "react";

/** The time now, milliseconds since 1970, anew with every second. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    // More often than it is shown: a browser that is late once must not leave a second out.
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
