import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "../controls/button";
import { useCopy } from "../controls/use-copy";
import styles from "./error-boundary.module.css";

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What a person needs to hear about their data. */
  readonly reassurance?: ReactNode;
  /** When this value changes, the children are tried again; give it the route, so that going elsewhere helps. */
  readonly resetKey?: string;
  readonly onError?: (error: unknown, componentStack: string) => void;
}

interface Failure {
  readonly error: unknown;
  readonly componentStack: string;
}

interface ErrorBoundaryState {
  readonly failure: Failure | null;
  readonly resetKey: string | undefined;
}

/**
 * Catches what its children throw while rendering and shows what happened in their place, with ways out.
 * It holds no data and clears none: what is stored stays stored.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { failure: { error, componentStack: "" } };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return props.resetKey === state.resetKey ? null : { failure: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const componentStack = info.componentStack ?? "";
    this.setState({ failure: { error, componentStack } });
    this.props.onError?.(error, componentStack);
  }

  private readonly tryAgain = () => this.setState({ failure: null });

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <ErrorReport {...failure} reassurance={this.props.reassurance} onTryAgain={this.tryAgain} />;
  }
}

interface ErrorReportProps {
  readonly error: unknown;
  readonly componentStack?: string;
  readonly reassurance?: ReactNode;
  readonly onTryAgain?: () => void;
}

/** Whether a part of the app could not be had. A browser does not ask for it again, so that only a reload helps. */
function isMissingPart(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "missing_part";
}

/** A failure told to a person: the data is safe, what can be done, and the details for whoever can mend it. */
function ErrorReport({ error, componentStack, reassurance, onTryAgain }: ErrorReportProps) {
  const { copied, refused, copy } = useCopy();
  const details = errorDetails(error, componentStack);
  const isMissing = isMissingPart(error);
  return (
    <section className={styles.report} role="alert">
      <h1 className={styles.headline}>
        {isMissing ? "This part could not be loaded." : "This view stopped. Your data did not."}
      </h1>
      <p className={styles.words}>
        {isMissing && "There is no network, or a newer version has taken its place. "}
        {reassurance ?? "The store is untouched: what was saved in this browser is still there."} Reload to go
        on where you were.
      </p>
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
        {onTryAgain && !isMissing && <Button onClick={onTryAgain}>Try again without reloading</Button>}
        <Button onClick={() => void copy(details)}>
          {copied !== null ? "Details copied" : "Copy the details"}
        </Button>
      </div>
      {refused !== null && (
        <p className={styles.words}>The browser did not allow copying. Select the text below instead.</p>
      )}
      <details className={styles.details} open={refused !== null || undefined}>
        <summary className={styles.summary}>{errorLine(error)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll, so the keyboard must reach it */}
        <pre className={styles.stack} tabIndex={0}>
          {details}
        </pre>
      </details>
    </section>
  );
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
