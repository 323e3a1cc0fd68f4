import { HOUR_MS, wholeSecond } from "./calendar";
import { refund } from "./collect-debit";
import { countFarewell } from "./count-usage";
import { hasAccount, type Life } from "./life";
import { offerReturn } from "./plans";
import { openTicket } from "./tickets";

/**
 * What a cancellation sets off: a ticket, a refund, an offer to return, and silence. None of it was there when the
 * model was asked, and all of it tells the answer: this is what a wrong join learns from.
 */
export function leave(life: Life, leavesMs: number): void {
  countFarewell(life, leavesMs);
  if (!hasAccount(life, leavesMs)) return;
  const { random } = life;
  openTicket(life, "cancellation", wholeSecond(leavesMs + random.between(0, HOUR_MS)));
  offerReturn(life, wholeSecond(leavesMs + random.between(HOUR_MS, 30 * HOUR_MS)));
  refund(life, leavesMs);
}
