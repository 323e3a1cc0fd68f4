/**
 * Calls `run` when Escape is pressed, before anything else hears of the key: what is in the hand comes before what is
 * open on the page.
 *
 * @returns Ends the listening.
 */
export function onEscape(run: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  window.addEventListener("keydown", onKeyDown, true);
  return () => window.removeEventListener("keydown", onKeyDown, true);
}
