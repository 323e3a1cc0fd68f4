import { KNOB_NAMES, KNOB_RANGES, type KnobName } from "../../../scenario/reaction/reaction-knobs";
import { DEFAULT_MADE, formatKnobs, isSeed, type MadeData } from "../../../state/compare/knobs";
import { Button } from "../../../ui/controls/button";
import { KnobField } from "./knob-field";
import styles from "./knobs.module.css";

const WORDS: Readonly<Record<KnobName, { readonly label: string; readonly help: string }>> = {
  reaction: {
    label: "Reaction",
    help: "How far, and how soon, activity and orders show that a customer has left. 0: never.",
  },
  delayDays: { label: "Delay, days", help: "How long a row takes to reach the store." },
  late: { label: "Late rows", help: "Share of rows that come days later still, or are corrected by then." },
  entities: { label: "Customers", help: "The more there are, the narrower the bands." },
  noise: { label: "Noise", help: "How much features are off what they measure, the risk to leave." },
};

export interface KnobsProps {
  readonly made: MadeData;
  readonly onTurn: (made: MadeData) => void;
}

/** All that can be turned, and what each does. */
export function Knobs({ made, onTurn }: KnobsProps) {
  const { knobs, seed } = made;
  return (
    <>
      {KNOB_NAMES.map((name) => (
        <KnobField
          key={name}
          {...WORDS[name]}
          {...KNOB_RANGES[name]}
          value={knobs[name]}
          onChange={(value) => onTurn({ seed, knobs: { ...knobs, [name]: value } })}
        />
      ))}
      <p className={styles.seed}>
        Seed {seed}
        <Button variant="link" onClick={() => onTurn({ knobs, seed: isSeed(seed + 1) ? seed + 1 : 0 })}>
          Other customers
        </Button>
        {formatKnobs(made) !== null && (
          <Button variant="link" onClick={() => onTurn(DEFAULT_MADE)}>
            Reset all
          </Button>
        )}
      </p>
    </>
  );
}
