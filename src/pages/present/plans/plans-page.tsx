import { READY_PLANS } from "../../../present/ready-plans";
import { ALL_PLANS } from "../../../state/route/url";
import { usePageHref } from "../../../state/use-app";
import { PageFrame } from "../../../views/frame/page-frame";
import { TakeAwayButton } from "../../../views/take-away/take-away";

/** The plans that there are, to be prepared and presented. */
export function PlansPage() {
  const hrefTo = usePageHref();
  return (
    <PageFrame status="nothing leaves this browser">
      <h1>Present</h1>
      <ul>
        {READY_PLANS.map((plan) => (
          <li key={plan}>
            <a href={hrefTo(ALL_PLANS, { screen: "projector", plan })}>{plan}</a>
          </li>
        ))}
      </ul>
      <TakeAwayButton />
    </PageFrame>
  );
}
