import { useState } from "react";
import { myPlansStore } from "../../state/present/my-plans";
import { addStep, type MadeStep, presentStep } from "../../state/present/use-step";
import { ALL_PLANS } from "../../state/route/url";
import { useAppHandle, usePageHref, usePart } from "../../state/use-app";
import { Button, ButtonLink } from "../../ui/controls/button";
import { Select } from "../../ui/controls/select";
import { Dialog } from "../../ui/dialog";
import { carriesWords } from "./carries-words";

export interface TeachingDialogProps {
  readonly made: MadeStep;
  readonly onClose: () => void;
}

/** Says, before own data go into the address, how many rows that are. */
export function PresentDialog({ made, onClose }: TeachingDialogProps) {
  const app = useAppHandle();
  return (
    <Dialog
      open
      onClose={onClose}
      title="Present this"
      actions={
        <Button variant="primary" onClick={() => presentStep(app, made.step)}>
          Present
        </Button>
      }
    >
      <p>{carriesWords("The address of what is presented", made.rows)}</p>
    </Dialog>
  );
}

/** No name of a plan. */
const NEW = " new";

/** What was pressed before it has gone. */
function focusWhenThere(link: HTMLAnchorElement | null): void {
  link?.focus();
}

/** Asks which plan a step goes into, and says where it is then. */
export function AddDialog({ made, onClose }: TeachingDialogProps) {
  const app = useAppHandle();
  const hrefTo = usePageHref();
  const { plans, isKept, prepared } = usePart(myPlansStore, (state) => state);
  const [chosen, setChosen] = useState(
    (plans.find(({ name }) => name === prepared) ?? plans[0])?.name ?? NEW,
  );
  const [added, setAdded] = useState<{ readonly name: string; readonly words: string } | null>(null);
  const add = () => {
    const plan = addStep(app, chosen === NEW ? null : chosen, made.step);
    const number = plan.steps.lastIndexOf(made.step) + 1 || plan.steps.length;
    setAdded({ name: plan.name, words: `It is step ${number} of “${plan.title}” now.` });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add to my plan"
      actions={
        added === null ? (
          <Button variant="primary" onClick={add}>
            Add it
          </Button>
        ) : (
          <ButtonLink
            ref={focusWhenThere}
            variant="primary"
            href={hrefTo(ALL_PLANS, { screen: "plan", plan: added.name })}
          >
            Open the plan
          </ButtonLink>
        )
      }
    >
      {added === null && plans.length > 0 && (
        <Select
          label="Plan"
          options={[
            ...plans.map(({ name, title }) => ({ value: name, label: title })),
            { value: NEW, label: "a new plan" },
          ]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {added === null && plans.length === 0 && (
        <p>It is the first step of a new plan, kept in this browser.</p>
      )}
      {added === null && made.rows > 0 && <p>{carriesWords("The plan", made.rows)}</p>}
      <p role="status">
        {added?.words}
        {added !== null && !isKept && " This browser keeps no plans: save it as a file before you leave."}
      </p>
    </Dialog>
  );
}
