import { ALL_CASES } from "../../state/route/url";
import { useApp, usePageHref } from "../../state/use-app";
import { CASE_SLICES } from "../../timeline/scenario-slices";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { CaseIndex } from "./case-index";
import { CaseNav } from "./case-nav";
import { OneCase } from "./one-case";

/** Every case that a join can meet: their index, or one of them. */
export function CasesPage() {
  const name = useApp((state) => state.route.case);
  return (
    <PageFrame status="made-up rows; nothing is stored">
      <Messages />
      {name === null ? <CaseIndex /> : <Named name={name} />}
    </PageFrame>
  );
}

function Named({ name }: { readonly name: string }) {
  const hrefTo = usePageHref();
  const scene = CASE_SLICES.find((one) => one.name === name);
  if (scene !== undefined)
    return (
      <>
        {/* It stays when the case changes, and with it the focus of who goes on by it. */}
        <CaseNav scene={scene} />
        <OneCase key={name} scene={scene} />
      </>
    );
  return (
    <EmptyState size="page" headline={`There is no case named "${name}".`}>
      <a href={hrefTo(ALL_CASES)}>All {CASE_SLICES.length} cases</a>
    </EmptyState>
  );
}
