import { useEffect, useState } from "react";
import { toError } from "../../../state/query";

export type Loaded<Value> =
  | { kind: "loading" }
  | { kind: "loaded"; value: Value }
  | { kind: "failed"; error: Error };

/** What is loaded once, when this part of the page is first shown. */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded is told by the key of the part of the page
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => isWanted && setLoaded({ kind: "loaded", value }),
      (thrown: unknown) => isWanted && setLoaded({ kind: "failed", error: toError(thrown) }),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return loaded;
}
