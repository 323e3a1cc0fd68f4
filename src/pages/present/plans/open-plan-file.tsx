import { useRef, useState } from "react";
import { readPlanFile } from "../../../present/packed-plan";
import { planTextExcess } from "../../../present/plan-limits";
import { addPlan, myPlan } from "../../../state/present/my-plans";
import { openPlan } from "../../../state/present/use-step";
import { toError } from "../../../state/query";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";

/** Opens a plan from a file, and puts it among one's own; says what is wrong with a file that holds none. */
export function OpenPlanFile() {
  const app = useAppHandle();
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const open = async (file: File) => {
    try {
      const excess = planTextExcess(file.size);
      if (excess !== null) return setProblems([`“${file.name}” cannot be opened as a plan. ${excess}`]);
      const read = readPlanFile(file.name, await file.text());
      setProblems(read.ok ? [] : read.problems);
      if (!read.ok) return;
      const own = myPlan(app, read.plan.name);
      // The same plan opened again is no second one.
      const isKept = own !== null && JSON.stringify(own) === JSON.stringify(read.plan);
      openPlan(app, isKept ? own.name : addPlan(app, read.plan).name, "plan");
    } catch (error) {
      setProblems([`“${file.name}” could not be read: ${toError(error).message}`]);
    }
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>Open a plan from a file</Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Open a plan from a file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          if (file) void open(file).finally(() => (currentTarget.value = ""));
        }}
      />
      {problems.length > 0 && (
        <Notice kind="error" onDismiss={() => setProblems([])}>
          {problems.map((problem) => (
            <span key={problem}>{problem} </span>
          ))}
        </Notice>
      )}
    </>
  );
}
