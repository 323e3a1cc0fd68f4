import { formatDuration, type JoinRule } from "../../microfs/core";
import type { TimeScale } from "../geometry/time-scale";
import type { BandPicture } from "./picture-types";

const LEAST_PX = 2;

/** Where a row is not too old (or too far): the TTL window as it is drawn. `null` where it is off the screen. */
export function ttlBand(rule: JoinRule, tUs: bigint, scale: TimeScale, active: boolean): BandPicture | null {
  const back = rule.direction === "forward" ? 0n : rule.ttlUs;
  const ahead =
    rule.direction === "forward" || rule.direction === "nearest"
      ? rule.ttlUs
      : rule.direction === "latest"
        ? null
        : 0n;
  const fromX = back === null ? Number.NEGATIVE_INFINITY : scale.x(Number(tUs - back));
  const toX = ahead === null ? Number.POSITIVE_INFINITY : scale.x(Number(tUs + ahead));
  const left = Math.max(scale.left, fromX);
  const right = Math.min(scale.right, toX);
  if (right < scale.left || left > scale.right) return null;
  const isEdge = (x: number, us: bigint | null) =>
    us !== null && us > 0n && x >= scale.left && x <= scale.right;
  const edges = [...(isEdge(fromX, back) ? [fromX] : []), ...(isEdge(toX, ahead) ? [toX] : [])];
  return { left, right: Math.max(right, left + (right > left ? LEAST_PX : 0)), edges, active };
}

/** Facts that exist but cannot be used yet, by the delay alone. `null` where there is no delay or it is off the screen. */
export function delayStrip(
  rule: JoinRule,
  tUs: bigint,
  scale: TimeScale,
  active: boolean,
): { left: number; right: number; active: boolean } | null {
  if (rule.direction !== "backward" || rule.delayUs === 0n) return null;
  const left = Math.max(scale.left, scale.x(Number(tUs - rule.delayUs)));
  const right = Math.min(scale.right, scale.x(Number(tUs)));
  if (right <= scale.left || left >= scale.right) return null;
  return { left: Math.min(left, right - LEAST_PX), right, active };
}

export function ttlText(rule: JoinRule): string {
  return rule.ttlUs === null ? "no TTL" : `TTL ${formatDuration(rule.ttlUs)}`;
}

export function delayText(rule: JoinRule): string {
  return `delay ${formatDuration(rule.delayUs)}`;
}
