import { useState } from "react";
import { Button } from "../../ui/controls/button";
import styles from "./embed-offer.module.css";
import { embedSnippet, isOfThisMachine } from "./embed-snippet";

export interface EmbedOfferProps {
  /** What stands after `#`, with `embed` in it. */
  readonly url: string;
  /** What the frame is called, for who cannot see it. */
  readonly title: string;
  /** How many rows of the reader's own travel in it. */
  readonly ownRows: number;
}

/** The HTML that shows this timeline in somebody's own page, to be copied. */
export function EmbedOffer({ url, title, ownRows }: EmbedOfferProps) {
  const [status, setStatus] = useState<"" | "copied" | "refused">("");
  const snippet = embedSnippet(window.location.href.replace(/[?#].*/s, ""), url, title);
  const copy = () =>
    Promise.resolve(
      navigator.clipboard?.writeText(snippet) ?? Promise.reject(new Error("no clipboard")),
    ).then(
      () => setStatus("copied"),
      () => setStatus("refused"),
    );
  return (
    <div className={styles.offer}>
      <p>
        It shows this one timeline, live, in a page of your own, and keeps nothing in the reader’s browser.
        {ownRows > 0 &&
          ` It carries ${ownRows} ${ownRows === 1 ? "row" : "rows"} of your data: those of this entity. Whoever sees the page has them.`}
        {isOfThisMachine(window.location) &&
          " This app was opened from this machine, and so only this machine can show it: copy it from where the app is hosted."}
      </p>
      <textarea
        className={styles.snippet}
        aria-label="HTML to paste"
        rows={3}
        readOnly
        value={snippet}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <Button onClick={() => void copy()}>Copy the HTML</Button>{" "}
        <span role="status">
          {status === "copied" && "Copied."}
          {status === "refused" &&
            "This browser does not let the page copy: press Ctrl+C in the field above."}
        </span>
      </p>
    </div>
  );
}
