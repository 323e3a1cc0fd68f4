import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { Term } from "../../ui/term";
import type { TermNoteProps } from "./term-note";

export interface GlossaryTermProps {
  /** The word, as it is written where it stands. */
  readonly children: ReactNode;
  /** The id of its entry in the glossary, or another word for that. */
  readonly of: string;
  /** Another entry that is said after it. */
  readonly and?: string | undefined;
  /** −1 where the keys of something around it lead to it instead of Tab. */
  readonly tabIndex?: number;
}

// Home must be there within a second: the glossary and its pictures come with the first term that is asked.
const TermNote = lazy(async (): Promise<{ default: ComponentType<TermNoteProps> }> => {
  try {
    return { default: (await import("./term-note")).TermNote };
  } catch {
    return { default: NoNote };
  }
});

/** A term of the field where it first stands: it says its entry of the glossary in a sentence and a small picture, and leads there. */
export function GlossaryTerm({ of, and, children, tabIndex }: GlossaryTermProps) {
  return (
    <Term
      {...(tabIndex !== undefined && { tabIndex })}
      note={(id) => (
        <Suspense fallback="…">
          <TermNote of={of} and={and} id={id} />
        </Suspense>
      )}
    >
      {children}
    </Term>
  );
}

function NoNote({ id }: TermNoteProps) {
  return <span id={id}>The glossary could not be loaded. Load the page again.</span>;
}
