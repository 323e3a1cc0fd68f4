import { Button } from "../../ui/controls/button";
import { useCopy } from "../../ui/controls/use-copy";
import { rowsOfYours } from "../present/carries-words";
import { reachOf } from "../qr/reach";
import styles from "./embed-offer.module.css";
import { embedSnippet } from "./embed-snippet";

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
  const snippet = embedSnippet(window.location.href.replace(/[?#].*/s, ""), url, title);
  const { copied, refused, copy } = useCopy();
  return (
    <div className={styles.offer}>
      <p>
        It shows this one timeline, live, in a page of your own, and keeps nothing in the reader’s browser.
        {ownRows > 0 &&
          ` It carries ${rowsOfYours(ownRows)}: those of this entity. Whoever sees the page has them.`}
        {reachOf(window.location.href) !== "any_machine" &&
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
        <Button onClick={() => void copy(snippet)}>Copy the HTML</Button>{" "}
        <span role="status">
          {copied === snippet && "Copied."}
          {refused === snippet && "This browser does not let the page copy: press Ctrl+C in the field above."}
        </span>
      </p>
    </div>
  );
}
