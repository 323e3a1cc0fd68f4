import type { Ballot } from "../../../present/ballot";
import { sessionStore } from "../../../state/present/session-store";
import { kindOfVote, type VotePlace, voteBy } from "../../../state/present/votes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { type ChoiceOption, SegmentedChoice } from "../../../ui/controls/segmented-choice";

type Kind = Ballot["kind"];

const KINDS = ["hands", "shares", "cards"] as const satisfies readonly Kind[];

const WORDS: Readonly<Record<Kind, string>> = {
  hands: "hands, in numbers",
  shares: "hands, at a glance",
  cards: "cards",
};

/** How the class votes. What was noted in another way is put aside. */
export function VoteKinds({ place }: { readonly place: VotePlace }) {
  const app = useAppHandle();
  const kind = usePart(sessionStore, (session) => kindOfVote(session, place));
  const options = KINDS.map((value): ChoiceOption<Kind> => ({ value, label: WORDS[value] }));
  return (
    <SegmentedChoice
      label="The class votes by"
      labelPlace="beside"
      options={options}
      value={kind}
      onChange={(to) => voteBy(app, place, to)}
    />
  );
}
