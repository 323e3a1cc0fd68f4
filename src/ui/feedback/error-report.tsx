import { type ReactNode, useState } from "react";
import { Button } from "../controls/button";
import styles from "./error-report.module.css";

export interface ErrorReportProps {
  readonly error: unknown;
  readonly componentStack?: string;
  readonly reassurance?: ReactNode;
  readonly onTryAgain?: () => void;
}

type CopyState = "not copied" | "copied" | "refused";

/** A failure told to a person: the data is safe, what can be done, and the details for whoever can mend it. */
export function ErrorReport({ error, componentStack, reassurance, onTryAgain }: ErrorReportProps) {
  const [copyState, setCopyState] = useState<CopyState>("not copied");
  const details = errorDetails(error, componentStack);
  const copy = () =>
    copyText(details).then(
      () => setCopyState("copied"),
      () => setCopyState("refused"),
    );
  return (
    <section className={styles.report} role="alert">
      <h1 className={styles.headline}>This view stopped. Your data did not.</h1>
      <p className={styles.words}>
        {reassurance ?? "The store is untouched: what was saved in this browser is still there."} Reload to go
        on where you were.
      </p>
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
        {onTryAgain && <Button onClick={onTryAgain}>Try again without reloading</Button>}
        <Button onClick={copy}>{copyState === "copied" ? "Details copied" : "Copy the details"}</Button>
      </div>
      {copyState === "refused" && (
        <p className={styles.words}>The browser did not allow copying. Select the text below instead.</p>
      )}
      <details className={styles.details} open={copyState === "refused" || undefined}>
        <summary className={styles.summary}>{errorLine(error)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll, so the keyboard must reach it */}
        <pre className={styles.stack} tabIndex={0}>
          {details}
        </pre>
      </details>
    </section>
  );
}

/** Where the page is not served securely there is no clipboard at all; that is a refusal too. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function errorLine(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function errorDetails(error: unknown, componentStack = ""): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const cause =
    error instanceof Error && error.cause !== undefined ? `Caused by ${errorLine(error.cause)}` : "";
  return [errorLine(error), stack, cause, componentStack.trim(), navigator.userAgent]
    .filter(Boolean)
    .join("\n\n");
}
