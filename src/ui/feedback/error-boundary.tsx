import { Component, type ErrorInfo, type ReactNode } from "react";
import { ErrorReport } from "./error-report";

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
