import type { ReactNode } from "react";
import type { Finding } from "../../../terms/reasons";

/** The textures that tell findings apart without their colours. Stands once in the page where {@link FINDING_FILLS} are used. */
export function FindingTextures() {
  return (
    <svg width="0" height="0" aria-hidden focusable="false" style={{ position: "absolute" }}>
      <defs>
        <Texture id="expired" ground="var(--paper)">
          <path d="M 3 0 V 6" stroke="var(--verdict-expired)" strokeWidth="1.5" strokeDasharray="4 2" />
        </Texture>
        <Texture id="not-yet-known" ground="var(--paper)">
          <path d="M 0 0 H 3 V 6 H 0 Z" fill="var(--verdict-not-yet-known)" />
        </Texture>
        <Texture id="future-only" ground="var(--tint-future)" turned={45}>
          <path d="M 3 0 V 6" stroke="var(--verdict-future)" strokeWidth="1.5" />
        </Texture>
        <Texture id="wrong-side" ground="var(--tint-future)" turned={-45}>
          <path d="M 3 0 V 6" stroke="var(--ink-faint)" strokeWidth="1" />
        </Texture>
        <Texture id="null-key" ground="var(--paper)">
          <circle cx="3" cy="3" r="1" fill="var(--ink-faint)" />
        </Texture>
      </defs>
    </svg>
  );
}

function Texture(props: { id: string; ground: string; turned?: number; children: ReactNode }) {
  const { id, ground, turned = 0, children } = props;
  return (
    <pattern
      id={`finding-${id}`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turned})`}
    >
      <rect width="6" height="6" fill={ground} />
      {children}
    </pattern>
  );
}

/** How each finding is filled: the colours of the verdicts, and a texture for all that are no plain match. */
export const FINDING_FILLS: Readonly<Record<Finding, string>> = {
  chosen: "var(--verdict-chosen)",
  leak: "var(--leak)",
  expired: "url(#finding-expired)",
  not_yet_known: "url(#finding-not-yet-known)",
  future_only: "url(#finding-future-only)",
  wrong_side: "url(#finding-wrong-side)",
  no_entity: "var(--bar)",
  null_key: "url(#finding-null-key)",
};
