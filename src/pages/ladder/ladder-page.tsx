import { PageFrame } from "../../views/frame/page-frame";

/** Where a reader comes to write the join, in three rungs. */
export function LadderPage() {
  return (
    <PageFrame status="nothing leaves this browser">
      <h1>Write the join yourself</h1>
    </PageFrame>
  );
}
