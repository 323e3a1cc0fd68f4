import { DAY_MS, HOUR_MS } from "./calendar";
import type { PlanChange } from "./churn-rows";
import { hasAccount, type Life } from "./life";

const PLANS = [
  { plan: "basic", monthlyPrice: 9.99 },
  { plan: "standard", monthlyPrice: 14.99 },
  { plan: "premium", monthlyPrice: 24.99 },
] as const;

/** The first row of an account, at the end of the trial. */
export function openAccount(life: Life, fromMs: number, untilMs: number): void {
  const { trialEndsMs } = life;
  if (life.pays === "never" || trialEndsMs < fromMs || trialEndsMs >= untilMs) return;
  choosePlan(life, trialEndsMs);
}

/** Perhaps an up- or downgrade, a discount for the loyal, or a pause. A discount, once given, stays. */
export function maybeChangePlan(life: Life, atMs: number): void {
  if (!hasAccount(life, atMs)) return;
  const { random } = life;
  if (life.discountPct === null && random.chance(0.07)) {
    life.discountPct = random.pick([20, 30, 40, 50]);
    pushPlan(life, { plan: planOf(life), monthly_price: life.monthlyPrice, changed_at: atMs });
  } else if (random.chance(0.07)) {
    choosePlan(life, atMs);
  }
  maybePause(life, atMs);
}

/** The last row of an account: no plan, and an offer to come back that nobody had before they cancelled. */
export function offerReturn(life: Life, atMs: number): void {
  life.discountPct = life.random.pick([30, 40, 50]);
  pushPlan(life, { plan: null, monthly_price: null, changed_at: atMs });
}

function choosePlan(life: Life, atMs: number): void {
  const { plan, monthlyPrice } = life.random.pick(PLANS);
  if (monthlyPrice === life.monthlyPrice) return;
  life.monthlyPrice = monthlyPrice;
  pushPlan(life, { plan, monthly_price: monthlyPrice, changed_at: atMs });
}

function planOf(life: Life): PlanChange["plan"] {
  return PLANS.find(({ monthlyPrice }) => monthlyPrice === life.monthlyPrice)?.plan ?? null;
}

function pushPlan(life: Life, change: Pick<PlanChange, "plan" | "monthly_price" | "changed_at">): void {
  life.rows.plan_changes.push({ account_id: life.accountId, discount_pct: life.discountPct, ...change });
}

/** While a subscription is paused nothing is debited and nothing counted. */
function maybePause(life: Life, nowMs: number): void {
  if (nowMs >= life.pausedUntilMs && life.random.chance(0.03)) {
    life.pausedUntilMs = nowMs + life.random.integer(40, 75) * DAY_MS + life.random.integer(0, 24) * HOUR_MS;
  }
}
