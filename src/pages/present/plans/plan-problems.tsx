import { ALL_PLANS } from "../../../state/route/url";
import { usePageHref } from "../../../state/use-app";
import { ButtonLink } from "../../../ui/controls/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { PageFrame } from "../../../views/frame/page-frame";

/** Why there is no plan at this address, and the way on. */
export function PlanProblems({ problems }: { readonly problems: readonly string[] }) {
  const hrefTo = usePageHref();
  return (
    <PageFrame status="nothing leaves this browser">
      <EmptyState size="page" headline="There is no plan here.">
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
        <ButtonLink variant="primary" href={hrefTo(ALL_PLANS)}>
          All plans
        </ButtonLink>
      </EmptyState>
    </PageFrame>
  );
}
