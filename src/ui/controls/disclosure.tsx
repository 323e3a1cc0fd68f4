import type { ReactNode } from "react";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly isOpen: boolean;
  /** Called in the very press: what is kept of it is kept before anything else can happen. */
  readonly onOpen: (isOpen: boolean) => void;
  readonly className?: string | undefined;
  readonly summaryClassName?: string | undefined;
  /** Shown while it is open. */
  readonly children: ReactNode;
}

/** What is shown at a press on its summary. Whoever uses it decides whether it stands open. */
export function Disclosure({
  summary,
  isOpen,
  onOpen,
  className,
  summaryClassName,
  children,
}: DisclosureProps) {
  return (
    // `toggle` comes some time after the press, and never where the page is left meanwhile: it is heard only for what the
    // browser opens by itself, as when a text is searched for in the page.
    <details
      className={className}
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && onOpen(currentTarget.open)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, to the keyboard too */}
      <summary
        className={summaryClassName}
        onClick={(event) => {
          event.preventDefault();
          onOpen(!isOpen);
        }}
      >
        {summary}
      </summary>
      {isOpen && children}
    </details>
  );
}
