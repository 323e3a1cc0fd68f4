/** Brings everything that moves on a screen to its end. */
export function finishMotion(screen: Element): void {
  const moving = (document.getAnimations?.() ?? []).filter(
    ({ playState, effect }) =>
      playState === "running" &&
      effect instanceof KeyframeEffect &&
      effect.getComputedTiming().endTime !== Number.POSITIVE_INFINITY &&
      isOf(screen, effect.target),
  );
  for (const animation of moving) animation.finish();
}

/** What flies from the picture into the row flies over the whole page. */
function isOf(screen: Element, target: Element | null): boolean {
  return target !== null && (screen.contains(target) || target.parentElement === document.body);
}
