import { useEffect, useState } from "react";
import { toError } from "../../state/query";

export type Loaded<Value> =
  | { kind: "loading" }
  | { kind: "loaded"; value: Value }
  | { kind: "failed"; error: Error };

/**
 * What is loaded when this part of the page is first shown, and again when it is of something else.
 *
 * @param of - Names what it is of; not needed where another part of the page is shown for something else.
 */
export function useLoaded<Value>(load: () => Promise<Value>, of = ""): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded is told by its name
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => isWanted && setLoaded({ kind: "loaded", value }),
      (thrown: unknown) => isWanted && setLoaded({ kind: "failed", error: toError(thrown) }),
    );
    return () => {
      isWanted = false;
    };
  }, [of]);
  return loaded;
}
